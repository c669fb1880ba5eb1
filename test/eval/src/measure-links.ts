import { parseArgs } from 'node:util';
import { linkFailures } from '@refrain/analysis';
import { generateOrganisation } from '@refrain/sample-org';
import { observeOrganisation } from './observe-organisation.ts';
import { scoreLinks } from './score-links.ts';

/**
 * `node test/eval/dist/measure-links.js [--seed N]… `: how well failures of sample organisations are linked and joined
 * to episodes, one line of JSON for all seeds (1, 2 and 3 unless told).
 */
const { values } = parseArgs({ options: { seed: { type: 'string', multiple: true, default: ['1', '2', '3'] } } });
const organisations = values.seed.map((text) => {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
  const { world, truth } = generateOrganisation(seed);
  const observation = observeOrganisation(world);
  return { seed, ...scoreLinks(observation, linkFailures({ ...observation, corrections: [] }), truth) };
});
process.stdout.write(`${JSON.stringify({ organisations })}\n`);
