import { expect, test } from 'vitest';
import {
  describeCompleteness,
  describeControlChart,
  describeForecast,
  describeHistoryTrend,
  describeRateChange,
  findOutdatedLastDay,
  hasUsefulForecast,
  isComplete,
  isImportedOnly,
} from './describe-overview.ts';

test('describeControlChart counts the signals and names the last week that stands out', () => {
  const points = [
    { week: '2026-W08', from: '2026-02-16T00:00:00.000Z', exposure: 1, value: 2, low: 0, high: 5 },
    { week: '2026-W09', from: '2026-02-23T00:00:00.000Z', exposure: 0, value: null, low: null, high: null },
  ];
  const chart = { points, unit: 'week', signals: [] } as unknown as Parameters<typeof describeControlChart>[0];
  expect(describeControlChart(chart)).toBe('No week stands out.');
  const signals = [{ rule: 'run', side: 'below', fromWeek: '2026-W01', toWeek: '2026-W09' }] as const;
  expect(describeControlChart({ ...chart, signals: [...signals] })).toBe(
    '1 signal beyond chance variation, the last in the week of 23 Feb with fewer episodes.',
  );
});

test('a forecast is useful only if it was better than the average frequency', () => {
  const backtest = { brierSkill: 0.12, skillLow: 0, skillHigh: 0.2, coverage90: 0.9 };
  const patterns = [{ id: 'p1', name: 'Pool', probability: 0.5, expected: 1 }];
  const forecast = { expected: 6.4, gap: null, patterns, backtest };
  expect(hasUsefulForecast(forecast)).toBe(true);
  expect(describeForecast(forecast)).toBe(
    'About 6 episodes of known patterns expected. On past data, such forecasts were 12\u00a0% more accurate than the average frequency of each pattern.',
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
  expect([isComplete(complete), describeCompleteness(complete)]).toEqual([true, '2 accounts, no missing records.']);
  expect(describeCompleteness({ ...complete, uncompared: 3 })).toBe('2 accounts, no missing records found so far.');
  const broken = { ...complete, problems: [{ account: 'acme', problem: 'Connect it again' }] };
  expect([isComplete(broken), describeCompleteness(broken)]).toEqual([false, '1 account of 2 cannot be read.']);
  expect(describeCompleteness({ ...broken, gaps: 1 })).toBe('1 day of 2 accounts has missing records.');
});

test('imported files are no accounts, and only files cannot have known gaps', () => {
  const completeness = { accounts: 3, imported: 1, problems: [], gaps: 0, unassigned: { failures: 3, of: 10 } };
  expect([isImportedOnly(completeness), describeCompleteness(completeness)]).toEqual([
    false,
    '2 accounts, no missing records.',
  ]);
  expect(isImportedOnly({ ...completeness, imported: 3 })).toBe(true);
  expect(isImportedOnly({ ...completeness, accounts: 0, imported: 0 })).toBe(false);
});

test('describeRateChange names a confirmed change, and says otherwise that no change is clear', () => {
  const compare = (direction: NonNullable<Parameters<typeof describeRateChange>[0]>['direction']) =>
    describeRateChange({ direction, unit: 'week', ratio: { value: 0.94, low: 0.61, high: 1.44 }, explanation: null });
  expect(compare('falling')).toBe('The rate fell since the period before.');
  expect(compare('no_clear_change')).toBe('No clear change since the period before.');
  expect(compare('too_few')).toBe('');
  expect(describeRateChange(null)).toBe('');
});

test('describeHistoryTrend states only a confirmed trend', () => {
  const historyFrom = '2021-01-09T00:00:00.000Z';
  expect(describeHistoryTrend({ historyTrend: 'falling', historyFrom })).toBe(
    'Since January 2021, episodes have become less frequent.',
  );
  expect(describeHistoryTrend({ historyTrend: 'no_clear_change', historyFrom })).toBeNull();
  expect(describeHistoryTrend({ historyTrend: null, historyFrom })).toBeNull();
});
