import type { Forecast, ForecastHorizon } from '@refrain/domain';
import { expect, test } from 'vitest';
import { describeOutlook } from './issue-outlook.ts';

const horizon = (days: number, probability: number | null, high = 2): ForecastHorizon => ({
  days,
  probability,
  expected: probability,
  low: probability === null ? null : 0,
  high: probability === null ? null : high,
  gap: probability === null ? 'no_skill' : null,
});
const of = (...horizons: ForecastHorizon[]) => describeOutlook({ horizons } as unknown as Forecast);

test('describeOutlook states the probabilities for 30 days and more, and the number of episodes in the longest forecast', () => {
  expect(of(horizon(7, 0.05), horizon(30, 0.16), horizon(90, 0.324))).toBe(
    'The chance of at least one more episode is 16 % within 30 days and 32 % within 90 days; in about nine of ten cases 0 to 2 come in 90 days.',
  );
});

test('describeOutlook omits the number of episodes if it is most likely 0', () => {
  expect(of(horizon(30, 0.25, 0))).toBe('The chance of at least one more episode is 25 % within 30 days.');
});

test('describeOutlook states why no forecast is shown', () => {
  expect(of(horizon(30, null), horizon(90, null))).toMatch(/^No forecast is shown: .*past/u);
  expect(describeOutlook(null)).toBe('No forecast was made yet.');
});
