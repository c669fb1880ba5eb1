import { expect, it } from 'vitest';
import { estimateRate } from './rate-interval.ts';

/** From scipy 1.15: gamma.ppf(.025, k) and gamma.ppf(.975, k + 1). */
it.each([
  [0, 0, 3.6888794541139354],
  [1, 0.025317807984289876, 5.571643390938898],
  [5, 1.6234863901184207, 11.66833207932267],
  [37, 26.05141456710603, 50.999626141930825],
])("estimateRate gives Garwood's interval for %d episodes", (episodes, low, high) => {
  const rate = estimateRate(episodes, 4);
  expect(rate.value).toBe(episodes / 4);
  expect(rate.low).toBeCloseTo(low / 4, 8);
  expect(rate.high).toBeCloseTo(high / 4, 8);
});

it('estimateRate widens the interval for bursts and keeps the rate', () => {
  const [alone, bursts] = [estimateRate(20, 10), estimateRate(20, 10, 4)];
  expect(bursts.value).toBe(alone.value);
  expect(bursts.low).toBeLessThan(alone.low);
  expect(bursts.high).toBeGreaterThan(alone.high);
});
