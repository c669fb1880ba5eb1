import { createRandomStream } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { createRandomDistributions } from '../trends/random-distributions.ts';
import {
  countCoveredCells,
  highlightsAnyCell,
  highlightsFirstCell,
  type SimulatedOrganisation,
  simulateMap,
} from './simulate-maps.ts';

const organisation = { services: 6, causes: 6, expected: 2, changes: 100, isUneven: true, factor: 1, spread: 0 };

function shareOf(times: number, given: Partial<SimulatedOrganisation>, is: typeof highlightsAnyCell): number {
  const draw = createRandomDistributions(createRandomStream(`map ${JSON.stringify(given)}`));
  const maps = Array.from({ length: times }, () => simulateMap({ ...organisation, ...given }, draw));
  return maps.filter(is).length / times;
}

test('at most one failure map in twenty highlights a cell if all rates are equal', () => {
  expect(shareOf(50, {}, highlightsAnyCell)).toBeLessThanOrEqual(0.05);
});

test('the failure map highlights a cell with three times the rate of other cells if each other cell has ten expected episodes', () => {
  expect(shareOf(25, { isUneven: false, expected: 10, factor: 3 }, highlightsFirstCell)).toBeGreaterThanOrEqual(0.8);
});

test('intervals of the failure map cover the true rate about nine times in ten', () => {
  const draw = createRandomDistributions(createRandomStream('map coverage'));
  const counts = Array.from({ length: 20 }, () =>
    countCoveredCells(simulateMap({ ...organisation, expected: 5, spread: 0.5 }, draw)),
  );
  const [cells, covered] = (['cells', 'covered'] as const).map((name) =>
    counts.reduce((sum, count) => sum + count[name], 0),
  );
  expect((covered ?? 0) / (cells ?? 1)).toBeGreaterThan(0.83);
  expect((covered ?? 0) / (cells ?? 1)).toBeLessThan(0.97);
});
