import { expect, test } from 'vitest';
import {
  describeCompleteness,
  describeControlChart,
  describeForecast,
  describeHeadline,
  findOutdatedLastDay,
  hasUsefulForecast,
  isComplete,
} from './describe-overview.ts';

const figures = {
  episodes: 12,
  changes: 400,
  medianHours: 2,
  impactHours: 30,
  fixesVerified: 0,
  fixesRecurred: 0,
};
const measured = {
  period: { from: '2026-03-03T00:00:00.000Z', until: '2026-06-01T00:00:00.000Z' },
  figures,
  figuresBefore: { ...figures, episodes: 19 },
  historyFrom: '2024-06-01T12:00:00.000Z',
  asOf: '2026-06-01T00:00:00.000Z',
  comparison: { direction: 'falling', unit: 'week', ratio: { value: 0.6, low: 0.4, high: 0.9 }, explanation: 'Down.' },
} as unknown as Parameters<typeof describeHeadline>[0];

test('the headline has the direction and the counts of both periods', () => {
  expect(describeHeadline(measured, {}, null)).toEqual({
    title: 'Getting better: 12 episodes in the last 90 days, down 37\u00a0% from 19 in the 90 days before',
    statistic: 'Down.',
  });
});

test('without a clear change in the number of episodes, the headline compares the hours of impact', () => {
  const comparison = { ...measured.comparison, direction: 'no_clear_change' } as never;
  const withHours = (hours: number) => ({
    ...measured,
    comparison,
    figuresBefore: { ...figures, episodes: 14, impactHours: hours },
  });
  expect(describeHeadline(withHours(75), {}, null).title).toBe(
    'Less impact, but no clear change in how often: 30\u00a0h and 12 episodes in the last 90 days, 75\u00a0h and 14 in the 90 days before',
  );
  expect(describeHeadline(withHours(32), {}, null).title).toMatch(/^No clear change: 30/u);
});

test('the headline of a period without data names no direction, and says when the data ends', () => {
  const late = { ...measured, asOf: '2026-02-20T00:00:00.000Z' };
  expect(describeHeadline(late, { since: '2026-03-03' }, '20 Feb 2026').title).toBe('No data after 20 Feb 2026');
});

test('the headline of a quarter that the data does not cover names the days that it covers', () => {
  const range = { since: '2026-03-03', until: '2026-06-30' };
  expect(describeHeadline(measured, range, '31 May 2026').title).toContain('from 3 Mar 2026 to 31 May 2026, down');
});

test('the headline names no direction if there are too few episodes', () => {
  const comparison = { ...measured.comparison, direction: 'too_few', explanation: null } as never;
  expect(describeHeadline({ ...measured, comparison }, { days: 30 }, null)).toEqual({
    title: '12 episodes in the last 30 days, 19 in the 30 days before',
    statistic: 'Too few episodes for a trend.',
  });
});

test('without a period before, the headline says when the history begins', () => {
  const alone = { ...measured, figuresBefore: null, comparison: null };
  expect(describeHeadline(alone, { days: 365 }, null)).toEqual({
    title: '12 episodes in the last 12 months',
    statistic: 'The recorded history begins on 1 Jun 2024, so there is no period before to compare with.',
  });
  expect(describeHeadline({ ...alone, period: null }, {}, null).title).toBe('Overview');
});

test('describeControlChart counts the signals and names the last week with a rate', () => {
  const points = [
    { week: '2026-W08', from: '2026-02-16T00:00:00.000Z', exposure: 1, value: 2, low: 0, high: 5 },
    { week: '2026-W09', from: '2026-02-23T00:00:00.000Z', exposure: 0, value: null, low: null, high: null },
  ];
  const chart = { points, unit: 'week', signals: [] } as unknown as Parameters<typeof describeControlChart>[0];
  expect(describeControlChart(chart)).toBe('No week stands out.');
  expect(describeControlChart({ ...chart, unit: '100_changes' })).toBe(
    'No week stands out. Too few changes are recorded after the week of 16 Feb for a rate.',
  );
  const signals = [{ rule: 'run', side: 'below', fromWeek: '2026-W01', toWeek: '2026-W09' }] as const;
  expect(describeControlChart({ ...chart, signals: [...signals] })).toBe(
    '1 signal beyond chance variation, the last in the week of 23 Feb with fewer episodes.',
  );
});

test('a forecast is useful only if it was better than the base rate', () => {
  const backtest = { brierSkill: 0.12, skillLow: 0, skillHigh: 0.2, coverage90: 0.9 };
  const patterns = [{ id: 'p1', name: 'Pool', probability: 0.5, expected: 1 }];
  const forecast = { expected: 6.4, gap: null, patterns, backtest };
  expect(hasUsefulForecast(forecast)).toBe(true);
  expect(describeForecast(forecast)).toBe(
    'About 6 episodes of known patterns expected; past forecasts were 12\u00a0% better than the base rate.',
  );
  expect(hasUsefulForecast({ ...forecast, backtest: { ...backtest, brierSkill: 0.002 } })).toBe(false);
  expect(hasUsefulForecast({ ...forecast, expected: null, patterns: [], gap: 'no_skill' })).toBe(false);
  expect(hasUsefulForecast(null)).toBe(false);
});

test('findOutdatedLastDay returns the last day of the data if that is at least a week ago', () => {
  const now = Date.parse('2026-05-10T12:00:00Z');
  expect(findOutdatedLastDay(null, now)).toBeNull();
  expect(findOutdatedLastDay('2026-05-04T12:00:00.000Z', now)).toBeNull();
  expect(findOutdatedLastDay('2026-05-03T12:00:00.000Z', now)).toBe('3 May 2026');
});

test('describeCompleteness states gaps first, then unreadable accounts', () => {
  const complete = { accounts: 2, problems: [], gaps: 0, unassigned: { failures: 3, of: 10 } };
  expect([isComplete(complete), describeCompleteness(complete)]).toEqual([true, '2 accounts, no known gaps.']);
  const broken = { ...complete, problems: [{ account: 'acme', problem: 'Connect it again' }] };
  expect([isComplete(broken), describeCompleteness(broken)]).toEqual([false, '1 account of 2 cannot be read.']);
  expect(describeCompleteness({ ...broken, gaps: 1 })).toBe('1 day of 2 accounts has missing records.');
});
