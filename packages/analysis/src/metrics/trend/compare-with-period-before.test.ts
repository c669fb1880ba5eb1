import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { compareWithPeriodBefore } from './compare-with-period-before.ts';

const period = { kind: 'month', from: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' } as const;
const regular = Array.from({ length: 60 }, (_, at) => ({
  startedAt: new Date(Date.parse(period.until) - (at * 2 + 1) * dayInMs).toISOString(),
}));

test.each([
  [30, 10, 'rising'],
  [10, 30, 'falling'],
  [12, 16, 'no_clear_change'],
  [2, 1, 'too_few'],
  [0, 0, 'too_few'],
])('compareWithPeriodBefore calls %d episodes after %d “%s”', (recent, before, direction) => {
  expect(compareWithPeriodBefore(regular, period, { recent, before })).toBe(direction);
});

test('compareWithPeriodBefore needs no history', () => {
  expect(compareWithPeriodBefore([], period, { recent: 0, before: 0 })).toBe('too_few');
});
