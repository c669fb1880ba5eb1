import { expect, test } from 'vitest';
import { orderCitedEpisodes } from './order-cited-episodes.ts';

const episode = (id: string, at: string) => ({ ref: id, kind: 'episode' as const, id, title: id, at, url: null });
const episodes = [
  episode('E3', '2026-12-12T08:00:00.000Z'),
  episode('E2', '2026-12-02T08:00:00.000Z'),
  episode('E1', '2025-09-30T08:00:00.000Z'),
];
const order = (cause: string | null) => {
  const scenario = { mechanism: null, cause, trigger: null, symptom: null, resolution: null };
  return orderCitedEpisodes({ pattern: { scenario } as never, episodes }).map(({ id }) => id);
};

test('the episode that the lesson quotes comes first, and the others keep their order', () => {
  expect(order('For example, the report of 30 Sept 2025 says: “late”.')).toEqual(['E1', 'E3', 'E2']);
});

test('a day matches only as a whole', () => {
  expect(order('The report of 12 Dec 2026 says: “late”.')).toEqual(['E3', 'E2', 'E1']);
  expect(order(null)).toEqual(['E3', 'E2', 'E1']);
});
