export {
  createRandom,
  drawEvents,
  drawRate,
  makeHistory,
  type Random,
  type SimulatedHistory,
  simulateConstantRates,
  simulateEqualRates,
} from './forecast/testing.ts';
export { history, sha } from './reverts/testing.ts';
