import { expect, it } from 'vitest';
import { undispersed } from '../../stats/dispersion.ts';
import { believeRate } from './believe-rate.ts';
import { planWeeks } from './plan-monitoring.ts';

const prior = { shape: 0.8, mean: 0.03 };

it('a watch is the shorter the more often it failed, of 4 to 52 weeks, and longer with bursts', () => {
  const weeks = [3, 30, 100, 300, 3_000].map((episodes) =>
    planWeeks(believeRate({ episodes, exposure: 365, dispersion: undispersed }, prior)),
  );
  expect(weeks).toEqual([...weeks].sort((a, b) => b - a));
  expect([weeks[0], weeks.at(-1)]).toEqual([52, 6]);
  const inBursts = believeRate({ episodes: 300, exposure: 365, dispersion: [{ value: 4, weight: 1 }] }, prior);
  expect(planWeeks(inBursts)).toBeGreaterThan(weeks[3] ?? 52);
});

it('is four tenths longer than it takes to find a halving in four of five by one look', () => {
  // 1 a week, known well: in 21 weeks at most 13 have 0.0434, and of half as many 0.8253; in no fewer weeks both is so (Poisson, summed by hand).
  expect(planWeeks([{ rate: 1 / 7, dispersion: 1, weight: 1 }])).toBe(30);
});
