import type { FailureMapBaseline } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createObservedEpisode } from '../observation/testing.ts';
import { buildPatternMap } from './build-pattern-map.ts';

const services = ['Cart', 'Mail', 'Tax', 'Auth', 'Feed'];
const baseline: FailureMapBaseline = {
  from: '2025-01-01T00:00:00.000Z',
  until: '2026-01-01T00:00:00.000Z',
  places: services.map((service) => ({ service, repository: null, changes: 200, episodes: 20 })),
};
const at = '2025-06-01T00:00:00.000Z';
const of = (service: string, count: number) =>
  Array.from({ length: count }, (_, nth) => createObservedEpisode(`${service} ${nth}`, at, { services: [service] }));

test('buildPatternMap highlights a location with far more episodes than its changes explain', () => {
  const { cells, compared } = buildPatternMap([...of('Cart', 12), ...of('Mail', 2), ...of('Tax', 1)], baseline);
  expect(compared).toBe(5);
  expect(cells.map(({ service, episodes, standsOut }) => [service, episodes, standsOut])).toEqual([
    ['Cart', 12, true],
    ['Mail', 2, false],
    ['Tax', 1, false],
  ]);
  expect(cells[0]?.per100Changes).toMatchObject({ observed: 6, organisation: 1.5 });
});

test('buildPatternMap does not highlight a location with only two episodes', () => {
  expect(buildPatternMap(of('Cart', 2), baseline).cells.map(({ standsOut }) => standsOut)).toEqual([false]);
});

test('buildPatternMap lists shared folders, only the innermost one if several have the same episodes', () => {
  const touching = (id: string, paths: string[]) =>
    createObservedEpisode(id, at, { repositories: ['acme/shop'], paths });
  const { folders, episodesWithPaths, cells } = buildPatternMap(
    [
      touching('a', ['src/db/pool.ts', 'src/db/query.ts']),
      touching('b', ['src/db/open.ts']),
      touching('c', ['docs/a.md']),
      createObservedEpisode('d', at, {}),
    ],
    {
      ...baseline,
      places: [...baseline.places, { service: null, repository: 'acme/shop', changes: null, episodes: 3 }],
    },
  );
  expect(folders).toEqual([{ repository: 'acme/shop', path: 'src/db', episodeIds: ['a', 'b'] }]);
  expect(episodesWithPaths).toBe(3);
  expect(cells.map(({ service, repository, episodes }) => [service, repository, episodes])).toEqual([
    [null, 'acme/shop', 3],
    [null, null, 1],
  ]);
});
