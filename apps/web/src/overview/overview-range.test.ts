import { expect, test } from 'vitest';
import { namePeriods, toOverviewQuery } from './overview-range.ts';

const period = { from: '2026-03-01T12:00:00.000Z', until: '2026-05-31T12:00:00.000Z' };

test('toOverviewQuery asks for 90 days by default, and for calendar days if they are chosen', () => {
  expect(toOverviewQuery({})).toEqual({ days: 90 });
  expect(toOverviewQuery({ days: 30 })).toEqual({ days: 30 });
  const custom = toOverviewQuery({ days: 30, since: '2026-01-01', until: '2026-01-31' });
  expect(Object.keys(custom)).toEqual(['since', 'until']);
});

test('namePeriods names presets, other numbers of days, outdated data and calendar days', () => {
  expect(namePeriods({}, period, null)).toEqual({ recent: 'in the last 90 days', before: 'in the 90 days before' });
  expect(namePeriods({ days: 365 }, period, null).recent).toBe('in the last 12 months');
  expect(namePeriods({ days: 14 }, period, '3 May 2026').recent).toBe('in the 14 days to 3 May 2026');
  expect(namePeriods({ since: '2026-03-01', until: '2026-05-31' }, period, null)).toEqual({
    recent: 'from 1 Mar 2026 to 31 May 2026',
    before: 'in the 91 days before',
  });
  expect(namePeriods({ since: '2026-04-01', until: '2026-06-30' }, period, null).recent).toBe('in Q2 2026');
});
