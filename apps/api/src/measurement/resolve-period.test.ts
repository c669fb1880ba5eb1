import { expect, test } from 'vitest';
import { findComparedPeriod, resolvePeriod } from './resolve-period.ts';

const asOf = '2026-06-01T10:20:00.000Z';

test('by default the period ends with the hour of the newest measurement', () => {
  expect(resolvePeriod({ days: 90 }, asOf)).toEqual({
    from: '2026-03-03T11:00:00.000Z',
    until: '2026-06-01T11:00:00.000Z',
  });
});

test('a chosen period is rounded outwards to hours', () => {
  const chosen = { since: '2026-01-01T00:30:00.000Z', until: '2026-01-31T00:30:00.000Z', days: 90 };
  expect(resolvePeriod(chosen, asOf)).toEqual({
    from: '2026-01-01T00:00:00.000Z',
    until: '2026-01-31T01:00:00.000Z',
  });
});

test('a period ends with the newest measurement, because later days have no data', () => {
  const quarter = { since: '2026-04-01T00:00:00.000Z', until: '2026-07-01T00:00:00.000Z', days: 90 };
  expect(resolvePeriod(quarter, asOf, Date.parse('2026-12-01T00:00:00.000Z'))).toEqual({
    from: '2026-04-01T00:00:00.000Z',
    until: '2026-06-01T11:00:00.000Z',
  });
});

test('rejects a period that ends before it begins', () => {
  const chosen = { since: '2026-07-01T00:00:00.000Z', until: '2026-06-01T00:00:00.000Z', days: 90 };
  expect(() => resolvePeriod(chosen, asOf)).toThrow('not before');
});

test('a period that begins after the newest measurement ends now', () => {
  const since = '2026-07-01T00:00:00.000Z';
  expect(resolvePeriod({ since, days: 90 }, asOf, Date.parse('2026-07-03T00:00:00.000Z'))).toEqual({
    from: since,
    until: '2026-07-03T00:00:00.000Z',
  });
});

test('the period before ends where the period begins, and has the same length', () => {
  const period = { from: '2026-03-01T00:00:00.000Z', until: '2026-03-31T00:00:00.000Z' };
  const before = { from: '2026-01-30T00:00:00.000Z', until: period.from };
  expect(findComparedPeriod(period, { historyFrom: '2025-01-01T00:00:00.000Z', asOf: period.until })).toEqual(before);
  expect(findComparedPeriod(period, { historyFrom: '2026-01-30T12:00:00.000Z', asOf: period.until })).toEqual(before);
  expect(findComparedPeriod(period, { historyFrom: '2026-02-05T00:00:00.000Z', asOf: period.until })).toBeNull();
  expect(findComparedPeriod(period, { historyFrom: null, asOf: period.until })).toBeNull();
  // A period without data is not compared.
  expect(findComparedPeriod(period, { historyFrom: '2025-01-01T00:00:00.000Z', asOf: period.from })).toBeNull();
});
