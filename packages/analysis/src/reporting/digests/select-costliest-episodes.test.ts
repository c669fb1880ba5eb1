import type { ObservedEpisode } from '@refrain/domain';
import { expect, test } from 'vitest';
import { selectCostliestEpisodes } from './select-costliest-episodes.ts';

const select = (hours: readonly (number | null)[]) =>
  selectCostliestEpisodes(
    hours.map(
      (hours, at) =>
        ({
          id: String(at),
          title: 'Outage',
          hours,
          services: [],
          patternId: null,
          startedAt: '',
        }) as Partial<ObservedEpisode> as ObservedEpisode & { title: string },
    ),
  ).map((episode) => episode.hours);

test('selectCostliestEpisodes returns the fewest episodes with half of the impact', () => {
  expect(select([1, 8, null, 2, 3])).toEqual([8]);
  expect(select([1, 4, 3, 3, 2])).toEqual([4, 3]);
});

test('selectCostliestEpisodes returns nothing if more than three episodes account for half of the impact', () => {
  expect(select([1, 1, 1, 1, 1, 1, 1, 1])).toEqual([]);
});

test('selectCostliestEpisodes returns nothing if no duration is known', () => {
  expect(select([null, null])).toEqual([]);
  expect(select([])).toEqual([]);
});
