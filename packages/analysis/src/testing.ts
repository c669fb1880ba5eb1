export { createCommits, shaFromSeed } from './detection/reverts/testing.ts';
export {
  createRandom,
  drawEvents,
  drawRate,
  makeHistory,
  type RandomGenerator,
  type SimulatedHistory,
  simulateConstantRates,
  simulateEqualRates,
} from './metrics/forecast/testing.ts';
