import { expect, test } from 'vitest';
import { describeVerdicts } from './describe-verdicts.ts';

test('describeVerdicts says how many reverts count as failures, and why the others do not', () => {
  expect(describeVerdicts({ reverts: 10, failures: 2, planned: 8, unclear: 0 })).toBe(
    '2 of the 10 reverts count as failures now. Of the others, 8 look planned.',
  );
  expect(describeVerdicts({ reverts: 4, failures: 1, planned: 0, unclear: 3 })).toBe(
    '1 of the 4 reverts counts as a failure now. Of the others, 3 give no clear reason.',
  );
  expect(describeVerdicts({ reverts: 9, failures: 0, planned: 9, unclear: 0 })).toBe(
    'None of the 9 reverts counts as a failure now, because all look planned.',
  );
  expect(describeVerdicts({ reverts: 6, failures: 0, planned: 5, unclear: 1 })).toBe(
    'None of the 6 reverts counts as a failure now, because 5 look planned and 1 gives no clear reason.',
  );
  expect(describeVerdicts({ reverts: 5, failures: 5, planned: 0, unclear: 0 })).toBe(
    'All 5 reverts count as failures now.',
  );
});
