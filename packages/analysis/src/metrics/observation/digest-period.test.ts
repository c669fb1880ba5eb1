import { describe, expect, test } from 'vitest';
import { findDigestPeriodAt, findDigestPeriodBefore, findLastCompleteDigestPeriod } from './digest-period.ts';

const period = (kind: 'week' | 'month', from: string, until: string) => ({
  kind,
  from: `${from}T00:00:00.000Z`,
  until: `${until}T00:00:00.000Z`,
});

describe('findLastCompleteDigestPeriod for weeks', () => {
  test.each([
    // 2026-11-23 is a Monday.
    ['2026-11-23T00:00:00.000Z', '2026-11-16', '2026-11-23'],
    ['2026-11-22T23:59:59.999Z', '2026-11-09', '2026-11-16'],
    ['2026-01-01T12:00:00.000Z', '2025-12-22', '2025-12-29'],
  ])('findLastCompleteDigestPeriod at %s returns the week from %s to %s', (at, from, until) => {
    expect(findLastCompleteDigestPeriod('week', Date.parse(at))).toEqual(period('week', from, until));
  });
});

test('findLastCompleteDigestPeriod, findDigestPeriodAt and findDigestPeriodBefore respect month lengths and year ends', () => {
  expect(findLastCompleteDigestPeriod('month', Date.parse('2024-03-01T00:00:00.000Z'))).toEqual(
    period('month', '2024-02-01', '2024-03-01'),
  );
  const january = findDigestPeriodAt('month', Date.parse('2026-01-31T23:59:59.999Z'));
  expect(january).toEqual(period('month', '2026-01-01', '2026-02-01'));
  expect(findDigestPeriodBefore(january)).toEqual(period('month', '2025-12-01', '2026-01-01'));
});

test('findDigestPeriodAt includes the start of a period', () => {
  expect(findDigestPeriodAt('week', Date.parse('2026-11-23T00:00:00.000Z'))).toEqual(
    period('week', '2026-11-23', '2026-11-30'),
  );
  expect(findDigestPeriodBefore(period('week', '2026-11-23', '2026-11-30'))).toEqual(
    period('week', '2026-11-16', '2026-11-23'),
  );
});
