import { expect, test } from 'vitest';
import { describeVerdicts } from './describe-verdicts.ts';

test('describeVerdicts says how many reverts count as failures, and why the others do not', () => {
  expect(describeVerdicts({ reverts: 10, failures: 2, planned: 8, unclear: 0 })).toBe(
    '2 of 10 count as failures at present; 8 look planned.',
  );
  expect(describeVerdicts({ reverts: 4, failures: 1, planned: 0, unclear: 3 })).toBe(
    '1 of 4 counts as a failure at present; 3 are unclear.',
  );
  expect(describeVerdicts({ reverts: 9, failures: 0, planned: 9, unclear: 0 })).toBe(
    'None counts as a failure at present; all look planned.',
  );
  expect(describeVerdicts({ reverts: 6, failures: 0, planned: 5, unclear: 1 })).toBe(
    'None counts as a failure at present; 5 look planned, 1 is unclear.',
  );
});
