import { expect, it } from 'vitest';
import { undispersed } from '../../stats/dispersion.ts';
import { inferRates } from './infer-rates.ts';
import { planWeeks } from './plan-monitoring.ts';

const prior = { shape: 0.8, mean: 0.03 };

it('planWeeks is shorter for frequent patterns, between 4 and 52 weeks, and longer with bursts', () => {
  const weeks = [3, 30, 100, 300, 3_000].map((episodes) =>
    planWeeks(inferRates({ episodes, exposure: 365, dispersion: undispersed }, prior)),
  );
  expect(weeks).toEqual([...weeks].sort((a, b) => b - a));
  expect([weeks[0], weeks.at(-1)]).toEqual([52, 6]);
  const inBursts = inferRates({ episodes: 300, exposure: 365, dispersion: [{ value: 4, weight: 1 }] }, prior);
  expect(planWeeks(inBursts)).toBeGreaterThan(weeks[3] ?? 52);
});

it('planWeeks is 1.4 times the weeks in which one look detects a halving with 80 % power', () => {
  // At 1 per week, 21 weeks is the shortest time with a suitable bound: at most 13 has probability 0.0434, and 0.8253
  // at half the rate (Poisson, summed by hand).
  expect(planWeeks([{ rate: 1 / 7, dispersion: 1, weight: 1 }])).toBe(30);
});
