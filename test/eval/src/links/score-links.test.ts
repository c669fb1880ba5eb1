import { linkFailures } from '@refrain/analysis/evaluation';
import type { Episode, Link } from '@refrain/domain';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, it } from 'vitest';
import { formatFailureId, parseOrganisation } from '../organisations/parse-organisation.ts';
import { scoreLinks } from './score-links.ts';

const { world, truth } = generateOrganisation(5);
const observation = parseOrganisation(world);
const found = new Set(observation.failures.map(({ id }) => id));
const changeIds = new Map(observation.changes.map(({ id, externalId }) => [externalId, id]));

/** The true episodes and links, in the format of the analysis's output. */
const perfect = truth.episodes.map((episode) => {
  const failureIds = episode.failures.flatMap(({ kind, id, sameAs }) =>
    [id, ...sameAs].map((name) => formatFailureId(kind, name)).filter((name) => found.has(name)),
  );
  const links = failureIds.flatMap((failure): Link[] =>
    (['caused_by', 'resolved_by'] as const).flatMap((type) => {
      const change = type === 'caused_by' ? episode.causedByChange : episode.endedByChange;
      const targetId = change === null ? undefined : changeIds.get(change.id);
      return targetId === undefined
        ? []
        : [{ type, failureId: failure, targetId, score: 1, evidence: [], status: 'suggested' as const }];
    }),
  );
  return { episode: { id: episode.id, failureIds } satisfies Episode, links };
});
const episodes = perfect.map(({ episode }) => episode);

it('all link scores are 1 for the truth', () => {
  const links = perfect.flatMap((entry) => entry.links);
  expect(scoreLinks(observation, { links, episodes }, truth)).toMatchObject({
    episodes: { precision: 1, recall: 1 },
    causedBy: { precision: 1, recall: 1 },
    resolvedBy: { precision: 1, recall: 1 },
    coincidences: { linked: 0 },
  });
});

it('a link to a coincidental change, or an episode of all failures, lowers the scores', () => {
  const links = truth.coincidences.map(
    ({ incident, change }): Link => ({
      type: 'caused_by',
      failureId: formatFailureId('incident', incident.id),
      targetId: changeIds.get(change.id) ?? '',
      score: 1,
      evidence: [],
      status: 'suggested',
    }),
  );
  const all = [{ id: 'all', failureIds: [...found] }];
  const score = scoreLinks(observation, { links, episodes: all }, truth);
  expect(score.coincidences).toEqual({ linked: truth.coincidences.length, of: truth.coincidences.length });
  expect(score.causedBy.precision).toBe(0);
  expect(score.episodes.recall).toBe(1);
  expect(score.episodes.precision).toBeLessThan(0.1);
});

it('the analysis links an incident to the change that caused it, and not to a coincidental change', () => {
  const score = scoreLinks(observation, linkFailures({ ...observation, corrections: [] }), truth);
  expect(score.causedBy.precision).toBeGreaterThan(0.9);
  expect(score.causedBy.recall).toBeGreaterThan(0.8);
  expect(score.sameEpisode.precision).toBeGreaterThan(0.94);
  expect(score.coincidences.linked).toBeLessThanOrEqual(score.coincidences.of / 10);
});
