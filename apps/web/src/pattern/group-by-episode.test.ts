import { expect, test } from 'vitest';
import type { Schemas } from '../api/refrain.ts';
import { groupByEpisode } from './group-by-episode.ts';

function member(failureId: string, episodeId: string, day: number): Schemas['ReportMember'] {
  return {
    failureId,
    episodeId,
    kind: 'incident',
    title: failureId,
    excerpt: '',
    services: [],
    repository: null,
    occurredAt: `2026-05-0${day}T00:00:00.000Z`,
    resolvedAt: null,
    url: null,
    confidence: 1,
    evidence: [],
  };
}

test('groupByEpisode orders episodes newest first and the failures of each by time', () => {
  const members = [member('b', 'one', 2), member('d', 'two', 4), member('a', 'one', 1), member('c', 'two', 3)];
  const grouped = groupByEpisode(members).map(({ episodeId, startedAt, failures }) => ({
    episodeId,
    startedAt,
    failures: failures.map(({ failureId }) => failureId),
  }));
  expect(grouped).toEqual([
    { episodeId: 'two', startedAt: '2026-05-03T00:00:00.000Z', failures: ['c', 'd'] },
    { episodeId: 'one', startedAt: '2026-05-01T00:00:00.000Z', failures: ['a', 'b'] },
  ]);
  expect(groupByEpisode([...members].reverse())).toEqual(groupByEpisode(members));
});
