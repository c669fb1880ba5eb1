import { expect, test } from 'vitest';
import { findPeriodBefore, resolveOverviewPeriod } from './overview-period.ts';

const asOf = '2026-06-01T10:20:00.000Z';

test('by default the period ends with the hour of the newest measurement', () => {
  expect(resolveOverviewPeriod({ days: 90 }, asOf)).toEqual({
    from: '2026-03-03T11:00:00.000Z',
    until: '2026-06-01T11:00:00.000Z',
  });
});

test('a chosen period is rounded outwards to hours', () => {
  const chosen = { since: '2026-01-01T00:30:00.000Z', until: '2026-01-31T00:30:00.000Z', days: 90 };
  expect(resolveOverviewPeriod(chosen, asOf)).toEqual({
    from: '2026-01-01T00:00:00.000Z',
    until: '2026-01-31T01:00:00.000Z',
  });
});

test('rejects a period that ends before it begins', () => {
  expect(() => resolveOverviewPeriod({ since: '2026-07-01T00:00:00.000Z', days: 90 }, asOf)).toThrow('not before');
});

test('the period before ends where the period begins, and has the same length', () => {
  const period = { from: '2026-03-01T00:00:00.000Z', until: '2026-03-31T00:00:00.000Z' };
  expect(findPeriodBefore(period)).toEqual({ from: '2026-01-30T00:00:00.000Z', until: period.from });
});
