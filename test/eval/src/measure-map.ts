import { createRandom } from '@refrain/sample-org';
import {
  countCovered,
  hasFinding,
  hasFoundFirst,
  type SimulatedOrganisation,
  simulateMap,
} from './map/simulate-maps.ts';
import { readOptions } from './read-options.ts';
import { createDraw, type Draw } from './trend/draw.ts';

const usage = `Usage: node test/eval/dist/measure-map.js [--seed N] [--maps N]

How often the failure map of a simulated organisation has a finding: where all cells fail at one rate, and where one cell
fails three times as often with ten episodes expected; and how often an interval holds the rate of its cell. One line of
JSON for each kind of organisation.
`;

const { values } = readOptions(usage, {
  seed: { type: 'string', default: '1' },
  maps: { type: 'string', default: '400' },
});
const maps = Number(values.maps);
if (!Number.isSafeInteger(maps) || maps < 1) throw new RangeError('Give --maps a whole number above 0');

const usual = { changes: 100, isUneven: false, factor: 1, spread: 0 };
const sizes = [
  { services: 4, causes: 4 },
  { services: 10, causes: 9 },
  { services: 20, causes: 9 },
  { services: 50, causes: 9 },
];

for (const size of sizes) {
  for (const [expected, isUneven] of [
    [0.3, true],
    [2, false],
    [2, true],
  ] as const)
    report('all at one rate', { ...usual, ...size, expected, isUneven }, hasFinding);
  report('one cell at three times the rate', { ...usual, ...size, expected: 10, factor: 3 }, hasFoundFirst);
  for (const spread of [0, 0.3, 1]) reportCoverage({ ...usual, ...size, expected: 5, isUneven: true, spread });
}

function report(what: string, organisation: SimulatedOrganisation, is: typeof hasFinding): void {
  const draw = drawFor(organisation);
  let found = 0;
  for (let count = 0; count < maps; count += 1) if (is(simulateMap(organisation, draw))) found += 1;
  process.stdout.write(`${JSON.stringify({ what, ...organisation, maps, share: found / maps })}\n`);
}

function reportCoverage(organisation: SimulatedOrganisation): void {
  const draw = drawFor(organisation);
  let [cells, covered] = [0, 0];
  // Each has as many cells as it has services and causes.
  for (let count = 0; count < maps / 5; count += 1) {
    const counted = countCovered(simulateMap(organisation, draw));
    cells += counted.cells;
    covered += counted.covered;
  }
  process.stdout.write(
    `${JSON.stringify({ what: 'in the interval', ...organisation, cells, share: covered / cells })}\n`,
  );
}

function drawFor(organisation: SimulatedOrganisation): Draw {
  return createDraw(createRandom(`map ${values.seed} ${JSON.stringify(organisation)}`));
}
