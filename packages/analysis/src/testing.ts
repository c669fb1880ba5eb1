export { createCommits, createShaFromSeed } from './detection/reverts/testing.ts';
export { createFailure } from './linking/testing.ts';
export {
  createRandomGenerator,
  createSimulatedHistory,
  generateEvents,
  generateRate,
  type RandomGenerator,
  type SimulatedHistory,
  simulateConstantRates,
  simulateEqualRates,
} from './metrics/forecast/testing.ts';
