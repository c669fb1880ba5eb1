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
  expect(of(horizon(7, 0.05), horizon(30, 0.16), horizon(90, 0.324))).toBe(
    'The chance of at least one more episode is 16 % within 30 days and 32 % within 90 days; in about nine of ten cases 0 to 2 come in 90 days.',
  );
});

test('describeIssueForecast omits the number of episodes if it is most likely 0', () => {
  expect(of(horizon(30, 0.25, 0))).toBe('The chance of at least one more episode is 25 % within 30 days.');
});

test('describeIssueForecast states why no forecast is shown', () => {
  expect(of(horizon(30, null), horizon(90, null))).toMatch(/^No forecast is shown, because .*backtest/u);
  expect(describeIssueForecast(null)).toBe('No forecast was made yet.');
});
