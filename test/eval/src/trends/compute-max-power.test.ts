import { expect, it } from 'vitest';
import { computeMaxPower, findNeededEpisodes } from './compute-max-power.ts';

/** Reference values of scipy 1.15: the power of the randomised binomial test, averaged over the Poisson-distributed number of episodes. */
it.each([
  [12, 1, 0.519, 0.643],
  [12, 2, 0.631, 0.747],
  [12, 1 / 3, 0.314, 0.427],
  [48, 0.25, 0.739, 0.825],
])(
  'the power matches scipy if the rate doubles after %d episodes and the time after is %s times the time before',
  (before, timeAfter, two, one) => {
    expect(computeMaxPower({ before, timeAfter, factor: 2 }, 2)).toBeCloseTo(two, 2);
    expect(computeMaxPower({ before, timeAfter, factor: 2 }, 1)).toBeCloseTo(one, 2);
  },
);

it('the maximum power without a change equals the significance level', () => {
  expect(computeMaxPower({ before: 20, timeAfter: 0.5, factor: 1 }, 2)).toBeCloseTo(0.05, 6);
});

it('the best test detects four of five doublings of the rate if 24 episodes are expected before the change', () => {
  expect(findNeededEpisodes({ timeAfter: 1, factor: 2 }, 0.8)).toBe(24);
});
