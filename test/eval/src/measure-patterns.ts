import { writeFileSync } from 'node:fs';
import { findPatterns } from '@refrain/analysis';
import type { Episode, Failure } from '@refrain/domain';
import { generateOrganisation, type Truth } from '@refrain/sample-org';
import { linkObserved } from './link-observed.ts';
import { failureId, observeOrganisation } from './observe-organisation.ts';
import { readOptions } from './read-options.ts';
import { scoreDetection } from './score-detection.ts';
import { classOf, findTrueEpisodes, scorePatterns } from './score-patterns.ts';

const usage = `Usage: node test/eval/dist/measure-patterns.js [--seed N]… [--failures N] [--true-episodes] [--texts FILE]

How well the patterns of sample organisations are found, from what the providers tell, one line of JSON for all seeds (1, 2
and 3 unless told), of organisations of so many failures (600); also how many reverts of each true verdict are called
failures, which are joined to one event, and how many imported post-mortems have the right time. With '--true-episodes' failures are joined as they truly
belong, so that only the grouping is measured. '--texts' writes the failures of all seeds with what they truly belong to,
for other methods: {id, title, text, created, group}.
`;

const { values } = readOptions(usage, {
  seed: { type: 'string', multiple: true, default: ['1', '2', '3'] },
  failures: { type: 'string', default: '600' },
  'true-episodes': { type: 'boolean', default: false },
  texts: { type: 'string' },
});
const texts: string[] = [];
const organisations = values.seed.map((text) => {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
  const { world, truth, postMortems } = generateOrganisation(seed, { failures: Number(values.failures) });
  const observation = observeOrganisation(world, postMortems);
  const started = performance.now();
  const { failures, episodes: joined } = linkObserved(observation);
  const linked = performance.now();
  const failureIds = failures.map(({ id }) => id);
  const episodes = values['true-episodes'] ? readEpisodes(truth, new Set(failureIds)) : joined;
  texts.push(...listTexts(failures, truth));
  const { patterns } = findPatterns({ failures, episodes, corrections: [], previous: [], newPatternId: (id) => id });
  return {
    seed,
    failures: failures.length,
    linkSeconds: seconds(linked - started),
    groupSeconds: seconds(performance.now() - linked),
    ...scorePatterns({ failureIds, episodes, patterns }, truth),
    ...scoreDetection(observation.failures, joined, truth),
  };
});
if (values.texts !== undefined) writeFileSync(values.texts, texts.join(''));
process.stdout.write(`${JSON.stringify({ organisations })}\n`);

function readEpisodes(truth: Truth, known: ReadonlySet<string>): Episode[] {
  return truth.episodes.flatMap(({ id, failures }) => {
    const ids = failures.flatMap(({ kind, id: own, sameAs }) => [own, ...sameAs].map((name) => failureId(kind, name)));
    const failureIds = ids.filter((one) => known.has(one));
    return failureIds.length === 0 ? [] : [{ id, failureIds }];
  });
}

function listTexts(failures: readonly Failure[], truth: Truth): string[] {
  const trueEpisode = findTrueEpisodes(truth);
  return failures.map(({ id, title, text, occurredAt: created }) => {
    return `${JSON.stringify({ id, title, text, created, group: classOf(trueEpisode.get(id)) })}\n`;
  });
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds) / 1_000;
}
