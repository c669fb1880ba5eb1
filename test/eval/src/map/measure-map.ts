import { createRandomStream } from '@refrain/sample-org';
import { type EvalCommandEnvironment, printJson } from '../command-line/context.ts';
import { createRandomDistributions, type RandomDistributions } from '../trends/random-distributions.ts';
import {
  countCoveredCells,
  highlightsAnyCell,
  highlightsFirstCell,
  type SimulatedOrganisation,
  simulateMap,
} from './simulate-maps.ts';

const usual = { changes: 100, isUneven: false, factor: 1, spread: 0 };
const sizes = [
  { services: 4, causes: 4 },
  { services: 10, causes: 9 },
  { services: 20, causes: 9 },
  { services: 50, causes: 9 },
];

export interface MeasureMapOptions {
  readonly seed: number;
  readonly maps: number;
}

export function measureMap({ seed, maps }: MeasureMapOptions, context: EvalCommandEnvironment): void {
  for (const size of sizes) {
    for (const [expected, isUneven] of [
      [0.3, true],
      [2, false],
      [2, true],
    ] as const)
      report('all at one rate', { ...usual, ...size, expected, isUneven }, highlightsAnyCell);
    report('one cell at three times the rate', { ...usual, ...size, expected: 10, factor: 3 }, highlightsFirstCell);
    for (const spread of [0, 0.3, 1]) reportCoverage({ ...usual, ...size, expected: 5, isUneven: true, spread });
  }

  function report(what: string, organisation: SimulatedOrganisation, is: typeof highlightsAnyCell): void {
    const draw = drawFor(organisation);
    let found = 0;
    for (let count = 0; count < maps; count += 1) if (is(simulateMap(organisation, draw))) found += 1;
    printJson(context, { what, ...organisation, maps, share: found / maps });
  }

  function reportCoverage(organisation: SimulatedOrganisation): void {
    const draw = drawFor(organisation);
    let [cells, covered] = [0, 0];
    // Measure only a fifth of the maps, which is enough because every map has many cells.
    for (let count = 0; count < maps / 5; count += 1) {
      const counted = countCoveredCells(simulateMap(organisation, draw));
      cells += counted.cells;
      covered += counted.covered;
    }
    printJson(context, { what: 'in the interval', ...organisation, cells, share: covered / cells });
  }

  function drawFor(organisation: SimulatedOrganisation): RandomDistributions {
    return createRandomDistributions(createRandomStream(`map ${seed} ${JSON.stringify(organisation)}`));
  }
}
