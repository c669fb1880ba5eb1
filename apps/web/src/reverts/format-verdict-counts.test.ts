import { expect, test } from 'vitest';
import { formatVerdictCounts } from './format-verdict-counts.ts';

test('formatVerdictCounts counts reverts by verdict and omits verdicts without reverts', () => {
  expect(formatVerdictCounts({ failures: 1, planned: 0, unclear: 3 })).toBe('1 failure, 3 unclear');
  expect(formatVerdictCounts({ failures: 5, planned: 2, unclear: 0 })).toBe('5 failures, 2 planned');
});
