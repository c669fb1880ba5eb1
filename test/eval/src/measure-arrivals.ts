import { parseArgs } from 'node:util';
import {
  assessBeginning,
  assignToPattern,
  createSimilarityIndex,
  findPatterns,
  type NormalisedDocument,
  normalise,
  shareWords,
} from '@refrain/analysis';
import type { FailureDraft } from '@refrain/domain';
import { generateOrganisation, type Truth } from '@refrain/sample-org';
import { linkObserved } from './link-observed.ts';
import { observeOpenings } from './observe-openings.ts';
import { type Observation, observeOrganisation } from './observe-organisation.ts';
import { type Arrival, scoreArrivals } from './score-arrivals.ts';
import { classOf, findTrueEpisodes, mostFrequent } from './score-patterns.ts';

/**
 * `node test/eval/dist/measure-arrivals.js [--seed N]… [--failures N] [--known title|opening|all]`: the first 60 % of the failures of
 * sample organisations are grouped; how rightly each later one is assigned to what was found, and said to be seen before, when it
 * comes in. Of incidents alone, and as sure as a note is, by what is known when they begin: their title, or also what the alerts
 * say that opened them. One line of JSON: the scores of each organisation (seeds 1, 2 and 3 of 600 failures unless told) and of all.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', multiple: true, default: ['1', '2', '3'] },
    failures: { type: 'string', default: '600' },
    known: { type: 'string', default: 'all' },
  },
});
const { known } = values;
if (!['all', 'title', 'opening'].includes(known)) throw new RangeError('Give --known one of title, opening and all');
const earlyShare = 0.6;
/** So many of the nearest are looked at; those of the same episode are no "before". */
const neighbours = 100;

const organisations = values.seed.map((text) => {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed)) throw new RangeError('Give --seed a whole number');
  const { world, truth } = generateOrganisation(seed, { failures: Number(values.failures) });
  return { seed, arrivals: observeArrivals(observeOrganisation(world), truth, observeOpenings(world)) };
});
process.stdout.write(
  `${JSON.stringify({
    organisations: organisations.map(({ seed, arrivals }) => ({ seed, ...scoreArrivals(arrivals) })),
    all: scoreArrivals(organisations.flatMap(({ arrivals }) => arrivals)),
  })}\n`,
);

function observeArrivals(
  { failures, changes }: Observation,
  truth: Truth,
  openings: ReadonlyMap<string, FailureDraft>,
): Arrival[] {
  const byTime = [...failures].sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
  const counted = byTime.filter(({ isFailure }) => isFailure);
  const late = counted
    .slice(Math.floor(earlyShare * counted.length))
    .filter(({ kind }) => known === 'all' || kind === 'incident');
  const begin = Date.parse(late[0]?.occurredAt ?? '');
  const isEarly = ({ occurredAt }: { readonly occurredAt: string }) => Date.parse(occurredAt) < begin;
  const early = linkObserved({ failures: byTime.filter(isEarly), changes: changes.filter(isEarly) });
  const { patterns } = findPatterns({ ...early, corrections: [], previous: [], newPatternId: (id) => id });

  const trueEpisode = findTrueEpisodes(truth);
  const classOfFailure = (id: string) => classOf(trueEpisode.get(id)) ?? id;
  const patternOf = new Map(
    patterns.flatMap(({ id, members }) => members.map(({ failureId }) => [failureId, id] as const)),
  );
  const classOfPattern = new Map(
    patterns.map(({ id, members }) => [id, mostFrequent(members.map(({ failureId }) => classOfFailure(failureId)))]),
  );
  const knownClasses = new Set(classOfPattern.values());
  const documents = new Map(counted.map((failure) => [failure.id, normalise(failure)]));
  const documentOf = (id: string) => documents.get(id) as NormalisedDocument;
  const earlier = counted.filter(isEarly).map(({ id }) => id);
  const index = createSimilarityIndex(earlier.map(documentOf));
  const seen = new Set(earlier.map(classOfFailure));
  const recurring = earlier.filter((id) => patternOf.has(id)).length / earlier.length;
  return late.map(({ id, title }) => {
    const own = classOfFailure(id);
    const asked = toAsked(id, title);
    const near = index
      .search(asked, neighbours)
      .filter((other) => trueEpisode.get(other.id) !== trueEpisode.get(id))
      .filter((other) => shareWords(asked, documentOf(other.id)));
    const vote = assignToPattern(near, (other) => patternOf.get(other) ?? null);
    return {
      confidence:
        vote && (known === 'all' ? vote.confidence : assessBeginning({ ...vote, words: asked.terms.size, recurring })),
      isRight: vote !== null && classOfPattern.get(vote.patternId) === own,
      hasPattern: knownClasses.has(own),
      nearest: near[0]?.score ?? 0,
      wasBefore: seen.has(own),
    };
  });

  function toAsked(id: string, title: string): NormalisedDocument {
    if (known === 'all') return documentOf(id);
    const text = known === 'opening' ? (openings.get(id)?.text ?? '') : '';
    return normalise({ id, title, text, occurredAt: '' });
  }
}
