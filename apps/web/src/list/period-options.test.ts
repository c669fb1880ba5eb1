import { expect, test } from 'vitest';
import { findPeriodValue, listQuarterOptions, listRollingOptions } from './period-options.ts';

const now = new Date(2026, 11, 2);

test('the last quarter has fixed days, and the current quarter ends with the newest data', () => {
  expect(listQuarterOptions(now)).toEqual([
    {
      value: 'this-quarter',
      label: 'This quarter (Q4 2026)',
      period: { days: undefined, since: '2026-10-01', until: undefined },
    },
    {
      value: 'last-quarter',
      label: 'Last quarter (Q3 2026)',
      period: { days: undefined, since: '2026-07-01', until: '2026-09-30' },
    },
  ]);
});

test('findPeriodValue recognises rolling periods, quarters and other days', () => {
  expect(findPeriodValue({}, 90, now)).toBe('90');
  expect(findPeriodValue({ days: 'all' }, 90, now)).toBe('all');
  expect(findPeriodValue({ since: '2026-07-01', until: '2026-09-30' }, 90, now)).toBe('last-quarter');
  expect(findPeriodValue({ since: '2026-10-01' }, 90, now)).toBe('this-quarter');
  expect(findPeriodValue({ since: '2026-07-02', until: '2026-09-30' }, 90, now)).toBe('custom');
});

test('the default period has no parameter', () => {
  expect(listRollingOptions(90).find(({ value }) => value === '90')?.period.days).toBeUndefined();
  expect(listRollingOptions(90).find(({ value }) => value === '30')?.period.days).toBe(30);
});
