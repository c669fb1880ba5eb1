import { findPatterns } from '@refrain/analysis';
import { generateOrganisation, type TrueEpisode } from '@refrain/sample-org';
import { expect, test } from 'vitest';
import { linkParsedFailures } from '../organisations/link-parsed-failures.ts';
import { parseOrganisation } from '../organisations/parse-organisation.ts';
import { findMostFrequentName, findTrueEpisodes, scorePatterns } from './score-patterns.ts';

const { world, truth } = generateOrganisation(94, { failures: 2_000 });
const { failures, episodes } = linkParsedFailures(parseOrganisation(world));
const trueEpisode = findTrueEpisodes(truth);
const largest = findMostFrequentName(truth.episodes.flatMap(({ patternId }) => patternId ?? []));
const [own, others] = [true, false].map((isOwn) =>
  truth.episodes.filter(({ patternId }) => (patternId === largest) === isOwn),
) as [TrueEpisode[], TrueEpisode[]];

/** Clusters `ofLargest` episodes of the largest pattern and `ofOthers` episodes of the other patterns. Returns the score. */
function score(ofLargest: number, ofOthers: number): number {
  const kept = new Set([...own.slice(0, ofLargest), ...others.filter((_, at) => at % 3 === 0).slice(0, ofOthers)]);
  const some = failures.filter(({ id }) => kept.has(trueEpisode.get(id) as TrueEpisode));
  const ids = new Set(some.map(({ id }) => id));
  const joined = episodes
    .map(({ id, failureIds }) => ({ id, failureIds: failureIds.filter((one) => ids.has(one)) }))
    .filter(({ failureIds }) => failureIds.length > 0);
  const clustering = {
    failures: some,
    episodes: joined,
    corrections: [],
    previous: [],
    newPatternId: (id: string) => id,
  };
  const { patterns } = findPatterns(clustering);
  const found = { failureIds: [...ids], episodes: joined, patterns };
  return scorePatterns(found, { ...truth, episodes: [...kept] }).perEpisode.bCubed.f1;
}

test.each([
  ['a tenth', 20, 180],
  ['a fourth', 50, 150],
  ['a third', 50, 100],
])('clustering finds one pattern that makes up %s of all failures', (_, ofLargest, ofOthers) => {
  expect(score(ofLargest, ofOthers)).toBeGreaterThan(0.9);
});
