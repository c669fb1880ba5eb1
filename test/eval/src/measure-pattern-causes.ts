import { runPipeline } from '@refrain/analysis';
import { generateOrganisation } from '@refrain/sample-org';
import { observeOrganisation } from './observe-organisation.ts';
import { readOptions } from './read-options.ts';
import { correctCauses, findTruePatterns, scorePatternCauses } from './score-pattern-causes.ts';

const usage = `Usage: node test/eval/dist/measure-pattern-causes.js [--seed N]…

How often the causes and triggers of the patterns of sample organisations are right, from words, kinds, files, steps and
links, one line of JSON for all seeds (1, 2 and 3 unless told). 'shipped' is before any correction; 'corrected' are the
patterns of each half after those of the other half were corrected.
`;

const { values } = readOptions(usage, { seed: { type: 'string', multiple: true, default: ['1', '2', '3'] } });
const organisations = values.seed.map((text) => {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
  const { world, truth } = generateOrganisation(seed);
  const observation = observeOrganisation(world);
  const find = (corrections: ReturnType<typeof correctCauses>) =>
    runPipeline({ ...observation, corrections, previous: [], until: new Date().toISOString() }).patterns;
  const shipped = find([]);
  const trulyIs = findTruePatterns(shipped, truth);
  const ids = [...trulyIs.keys()].sort();
  const halves = [0, 1].map((half) => ids.filter((_, at) => at % 2 === half));
  const corrected = halves.flatMap((asked, half) =>
    find(correctCauses(halves[1 - half] ?? [], trulyIs)).filter(({ pattern }) => asked.includes(pattern.id)),
  );
  return {
    seed,
    shipped: scorePatternCauses(shipped, trulyIs),
    corrected: scorePatternCauses(corrected, trulyIs),
  };
});
process.stdout.write(`${JSON.stringify({ organisations })}\n`);
