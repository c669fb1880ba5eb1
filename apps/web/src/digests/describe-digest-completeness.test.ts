import { expect, test } from 'vitest';
import { describeDigestCompleteness } from './describe-digest-completeness.ts';

const whole = { accounts: 2, problems: [], gaps: 0, unassigned: { failures: 3, of: 10 } };

test('describeDigestCompleteness describes complete data in one sentence', () => {
  expect(describeDigestCompleteness(whole)).toBe('2 accounts, no gaps; 3 of 10 failures belong to no pattern.');
});

test('describeDigestCompleteness names connection problems and days with missing records', () => {
  const problems = [{ account: 'acme', problem: 'the credential is refused' }];
  expect(describeDigestCompleteness({ ...whole, problems, gaps: 2 })).toBe(
    '1 of 2 accounts needs attention (acme: the credential is refused), 2 days with missing records; 3 of 10 failures belong to no pattern.',
  );
});
