import { findPatterns, type GroupedPattern } from '@refrain/analysis';
import { createRandom, generateOrganisation } from '@refrain/sample-org';
import { correctInRounds, listTouched } from './correct-in-rounds.ts';
import { type CorrectionScore, formatCurve, meanCurve } from './corrections-curve.ts';
import { linkObserved } from './link-observed.ts';
import { observeOrganisation } from './observe-organisation.ts';
import { readOptions } from './read-options.ts';
import { classOf, findTrueEpisodes, listItems } from './score-patterns.ts';
import { scoreUntouched } from './score-untouched.ts';

const usage = `Usage: node test/eval/dist/measure-corrections.js [--seed N]… [--json]

How well the patterns of sample organisations are found after 0, 5, 10, 20, 40 and 80 decisions of a person who knows the
truth, over all failures and over those that no decision named. Seeds 21, 22 and 23 unless told. A table of the means, or
one line of JSON with the curve of each seed.
`;

const { values } = readOptions(usage, {
  seed: { type: 'string', multiple: true, default: ['21', '22', '23'] },
  json: { type: 'boolean', default: false },
});
const counts = [0, 5, 10, 20, 40, 80];

const organisations = values.seed.map((text) => {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
  return { seed, curve: measure(seed) };
});
const curve = meanCurve(organisations.map((one) => one.curve));
process.stdout.write(values.json ? `${JSON.stringify({ organisations, curve })}\n` : `${formatCurve(curve)}\n`);

function measure(seed: number): CorrectionScore[] {
  const { world, truth } = generateOrganisation(seed);
  const { failures, episodes } = linkObserved(observeOrganisation(world));
  const failureIds = failures.map(({ id }) => id);
  const episodeOf = new Map(episodes.flatMap(({ id, failureIds: ids }) => ids.map((one) => [one, id] as const)));
  const trueEpisode = findTrueEpisodes(truth);
  const steps = correctInRounds<GroupedPattern>(
    (corrections, previous) =>
      findPatterns({
        ...{ failures, episodes, corrections, newPatternId: (id) => id },
        previous: previous.map(({ id, members }) => ({
          patternId: id,
          failureIds: members.map(({ failureId }) => failureId),
        })),
      }).patterns,
    {
      groupOf: (id) => classOf(trueEpisode.get(id)) ?? id,
      episodeOf: (id) => episodeOf.get(id) ?? id,
    },
    createRandom(`corrections of ${seed}`),
    counts,
  );
  const items = steps.map(({ patterns }) => listItems({ failureIds, episodes, patterns }, truth));
  return steps.map(({ given, corrections, patterns }, at) => ({
    decisions: counts[at] as number,
    ...given,
    patterns: patterns.length,
    ...scoreUntouched(items[0] ?? [], items[at] ?? [], listTouched(corrections)),
  }));
}
