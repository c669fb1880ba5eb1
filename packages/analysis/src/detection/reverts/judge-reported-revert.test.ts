import { expect, test } from 'vitest';
import { judgeDescribedRevert } from './judge-reported-revert.ts';

test.each([
  ['Revert "Cache prices"', 'It broke checkout.', 'failure'],
  ['Revert "Cache prices"', 'The experiment is over.', 'planned'],
  ['Revert "Cache prices"', 'This reverts commit 0a100a1.', 'unclear'],
  ['Revert "Revert "Cache prices""', 'It broke checkout.', 'planned'],
  ['Cache prices', 'It broke checkout.', 'failure'],
  ['Cache prices', '', 'unclear'],
])('judgeDescribedRevert judges %s with the text "%s" as %s', (title, text, verdict) => {
  expect(judgeDescribedRevert(title, text)).toMatchObject({ verdict });
});
