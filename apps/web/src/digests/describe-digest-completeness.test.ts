import { expect, test } from 'vitest';
import { describeDigestCompleteness } from './describe-digest-completeness.ts';

const whole = { accounts: 2, problems: [], gaps: 0, unassigned: { failures: 3, of: 10 } };

test('describeDigestCompleteness says nothing about complete data', () => {
  expect(describeDigestCompleteness(whole)).toBeNull();
});

test('describeDigestCompleteness names connection problems and days with missing records', () => {
  const problems = [{ account: 'acme', problem: 'the credential is refused' }];
  expect(describeDigestCompleteness({ ...whole, problems, gaps: 2 })).toBe(
    'Incomplete data: 1 of 2 accounts needs attention (acme: the credential is refused); records from 2 days are missing.',
  );
});
