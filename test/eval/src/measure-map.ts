import { parseArgs } from 'node:util';
import { createRandom } from '@refrain/sample-org';
import { hasFinding, hasFoundFirst, type SimulatedOrganisation, simulateMap } from './map/simulate-maps.ts';
import { createDraw } from './trend/draw.ts';

/**
 * How often the failure map of a simulated organisation has a finding: where all cells fail at one rate, and where one cell
 * fails three times as often with ten episodes expected. One line of JSON for each kind of organisation.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, maps: { type: 'string', default: '400' } },
});
const maps = Number(values.maps);
if (!Number.isSafeInteger(maps) || maps < 1) throw new RangeError('Give --maps a whole number above 0');

const usual = { changes: 100, isUneven: false, factor: 1 };
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
}

function report(what: string, organisation: SimulatedOrganisation, is: typeof hasFinding): void {
  const draw = createDraw(createRandom(`map ${values.seed} ${JSON.stringify(organisation)}`));
  let found = 0;
  for (let count = 0; count < maps; count += 1) if (is(simulateMap(organisation, draw))) found += 1;
  process.stdout.write(`${JSON.stringify({ what, ...organisation, maps, share: found / maps })}\n`);
}
