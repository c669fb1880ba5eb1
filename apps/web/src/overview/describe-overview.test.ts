import { expect, test } from 'vitest';
import {
  describeBacktest,
  describeCompleteness,
  describeControlChart,
  describeForecast,
  describeTrend,
  findOutdatedLastDay,
} from './describe-overview.ts';

test('describeTrend describes a falling trend, a trend with too few episodes and a missing trend', () => {
  const trend = { direction: 'falling', unit: 'week', ratio: null, explanation: 'Fewer.' } as const;
  expect(describeTrend(trend)).toEqual({ answer: 'Getting better', why: 'Fewer.' });
  expect(describeTrend({ ...trend, direction: 'too_few', explanation: null })).toEqual({
    answer: 'Too few episodes to tell',
    why: 'There is too little to compare with the time before.',
  });
  expect(describeTrend(null).answer).toBe('It is too early to tell');
});

test('describeControlChart counts the weeks beyond chance variation and names the last week with a rate', () => {
  const points = [
    { week: '2026-W08', exposure: 1, value: 2, low: 0, high: 5 },
    { week: '2026-W09', exposure: 0, value: null, low: null, high: null },
  ];
  const chart = { points, unit: 'week', signals: [] } as unknown as Parameters<typeof describeControlChart>[0];
  expect(describeControlChart(chart)).toBe('No single week stands out.');
  expect(describeControlChart({ ...chart, unit: '100_changes' })).toMatch(
    / Since 2026-W08 hardly a change is known\.$/u,
  );
  const signals = [{ rule: 'run', side: 'below', fromWeek: '2026-W01', toWeek: '2026-W09' }] as const;
  expect(describeControlChart({ ...chart, signals: [...signals] })).toBe(
    '1 time beyond what chance explains, last fewer in 2026-W09.',
  );
});

test('describeForecast explains a missing forecast, and describeBacktest compares forecasts with a constant probability', () => {
  const none = { expected: null, patterns: [], gap: 'no_skill', backtest: null } as const;
  expect(describeForecast({ ...none, patterns: [] })).toMatch(/^No forecast is shown/u);
  expect(describeForecast({ ...none, patterns: [], expected: 6.4, gap: null })).toBe(
    'About 6 episodes of known patterns are to be expected.',
  );
  expect(describeBacktest({ brierSkill: 0.12, skillLow: 0, skillHigh: 0.2, coverage90: 0.9 })).toMatch(
    /12\u00a0% better/u,
  );
  expect(describeBacktest({ brierSkill: -0.02, skillLow: -0.1, skillHigh: 0.1, coverage90: 0.9 })).toMatch(
    /are no better than/u,
  );
  expect(describeBacktest(null)).toBeNull();
});

test('findOutdatedLastDay returns the last day of the data if that is at least a week ago', () => {
  const now = Date.parse('2026-05-10T12:00:00Z');
  expect(findOutdatedLastDay(null, now)).toBeNull();
  expect(findOutdatedLastDay('2026-05-04T12:00:00.000Z', now)).toBeNull();
  expect(findOutdatedLastDay('2026-05-03T12:00:00.000Z', now)).toBe('3 May 2026');
});

test('describeCompleteness mentions missing records, streams not yet compared with the provider, and failures without a pattern', () => {
  const complete = { accounts: 2, problems: [], gaps: 0, unassigned: { failures: 3, of: 10 } };
  expect(describeCompleteness(complete)).toBe(
    'All that 2 accounts have is stored. 3 of 10 failures happened only once so far.',
  );
  const unknown = { ...complete, uncompared: 300, unassigned: { failures: 0, of: 0 } };
  expect(describeCompleteness(unknown)).toBe(
    'No gap is known in 2 accounts; 300 streams of records are not yet compared with the provider.',
  );
  expect(describeCompleteness({ ...complete, gaps: 1, unassigned: { failures: 0, of: 0 } })).toBe(
    'Of 2 accounts, 1 day has records that are not stored yet.',
  );
});
