export { createCommits, sha } from './detection/reverts/testing.ts';
export {
  createRandom,
  drawEvents,
  drawRate,
  makeHistory,
  type Random,
  type SimulatedHistory,
  simulateConstantRates,
  simulateEqualRates,
} from './metrics/forecast/testing.ts';
