import type { Forecast, HorizonForecast } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeIssueForecast } from './issue-outlook.ts';

const horizon = (days: number, probability: number | null, high = 2): HorizonForecast => ({
  days,
  probability,
  expected: probability,
  low: probability === null ? null : 0,
  high: probability === null ? null : high,
  gap: probability === null ? 'no_skill' : null,
});
const of = (...horizons: HorizonForecast[]) => describeIssueForecast({ horizons } as unknown as Forecast);

test('describeIssueForecast states the probabilities for 30 days and more, and the number of episodes in the longest forecast', () => {
  expect(of(horizon(7, 0.05), horizon(30, 0.16), horizon(90, 0.324, 4))).toBe(
    'The chance of another episode is 16 % in the next 30 days and 32 % in 90 days. Expect 0 to 4 episodes in 90 days (90 % interval).',
  );
});

test('describeIssueForecast omits the number of episodes if hardly more than one is likely', () => {
  expect(of(horizon(30, 0.25, 2))).toBe('The chance of another episode is 25 % in the next 30 days.');
});

test('describeIssueForecast says nothing without a known forecast', () => {
  expect(of(horizon(30, null), horizon(90, null))).toBe('');
  expect(describeIssueForecast(null)).toBe('');
});
