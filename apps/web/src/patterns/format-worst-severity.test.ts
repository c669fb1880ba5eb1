import { expect, test } from 'vitest';
import { formatWorstSeverity } from './format-worst-severity.ts';

test('formatWorstSeverity gives the number of episodes if there are several', () => {
  expect(formatWorstSeverity({ severity: 'critical', episodes: 2 })).toBe('critical ×2');
  expect(formatWorstSeverity({ severity: 'P1', episodes: 1 })).toBe('P1');
});
