import { expect, test } from 'vitest';
import { findQuarter, matchQuarter } from './quarter.ts';

test('findQuarter returns the first and the last day of a quarter, and of the quarter before', () => {
  expect(findQuarter(new Date(2026, 11, 2))).toEqual({ name: 'Q4 2026', since: '2026-10-01', until: '2026-12-31' });
  expect(findQuarter(new Date(2028, 1, 29), -1)).toEqual({ name: 'Q4 2027', since: '2027-10-01', until: '2027-12-31' });
});

test('matchQuarter recognises only a whole quarter', () => {
  expect(matchQuarter('2026-04-01', '2026-06-30')?.name).toBe('Q2 2026');
  expect(matchQuarter('2026-04-01', '2026-06-29')).toBeNull();
});
