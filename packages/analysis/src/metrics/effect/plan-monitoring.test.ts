import { expect, it } from 'vitest';
import { poissonDispersion } from '../../stats/dispersion.ts';
import { inferRates } from './infer-rates.ts';
import { planMonitoringWeeks } from './plan-monitoring.ts';

const prior = { shape: 0.8, mean: 0.03 };

it('planMonitoringWeeks returns 4 to 52 weeks, fewer for frequent patterns and more for bursts', () => {
  const weeks = [3, 30, 100, 300, 3_000].map((episodes) =>
    planMonitoringWeeks(inferRates({ episodes, exposure: 365, dispersion: poissonDispersion }, prior)),
  );
  expect(weeks).toEqual([...weeks].sort((a, b) => b - a));
  expect([weeks[0], weeks.at(-1)]).toEqual([52, 6]);
  const inBursts = inferRates({ episodes: 300, exposure: 365, dispersion: [{ value: 4, weight: 1 }] }, prior);
  expect(planMonitoringWeeks(inBursts)).toBeGreaterThan(weeks[3] ?? 52);
});

it('planMonitoringWeeks returns 1.4 times the weeks in which a single test detects a halved rate with 80 % power', () => {
  // In 21 weeks at 1 episode per week, at most 13 episodes have probability 0.0434; at half the rate, 0.8253.
  expect(planMonitoringWeeks([{ rate: 1 / 7, dispersion: 1, weight: 1 }])).toBe(30);
});
