import { expect, test } from 'vitest';
import { findQuotedEpisode } from './find-quoted-episode.ts';

const episode = (id: string, at: string) => ({ ref: id, kind: 'episode' as const, id, title: id, at, url: null });
const episodes = [
  episode('E3', '2025-12-09T23:30:00.000Z'),
  episode('E2', '2025-09-30T20:00:00.000Z'),
  episode('E1', '2025-09-30T08:00:00.000Z'),
];

test('findQuotedEpisode returns the only episode of the day in UTC', () => {
  expect(findQuotedEpisode(episodes, '9 Dec 2025')?.id).toBe('E3');
  expect(findQuotedEpisode(episodes, '10 Dec 2025')).toBeUndefined();
  expect(findQuotedEpisode(episodes, null)).toBeUndefined();
});

test('findQuotedEpisode does not choose between two episodes of one day', () => {
  expect(findQuotedEpisode(episodes, '30 Sept 2025')).toBeUndefined();
});
