import {
  dayInMs,
  type FailureMapBaseline,
  type ObservedEpisode,
  type PatternFailureMap,
  type SharedFolder,
} from '@refrain/domain';
import { listFolders, parentFolderOf } from '../../catalogue/folder-tree.ts';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { buildMapCells } from './build-map-cells.ts';
import { failureMapRowsOf } from './rows.ts';

/** Maximum probability that a location is highlighted although all locations are equal. */
const falseAlarms = 0.05;
const maxFolders = 3;
const deepest = 8;

/** @param episodes in chronological order */
export function buildPatternMap(
  episodes: readonly ObservedEpisode[],
  { from, until, places }: FailureMapBaseline,
): PatternFailureMap {
  const { cells, compared } = buildMapCells({
    rows: places,
    episodes,
    falseAlarms,
    unplaced: episodes.filter(({ services, repositories }) => failureMapRowsOf(services, repositories).length === 0),
    days: (Date.parse(until) - Date.parse(from)) / dayInMs,
    labelOf: () => 'pattern',
    isShown: () => true,
  });
  return {
    from,
    until,
    compared,
    cells: cells.map(({ label: _, ...cell }) => cell),
    folders: listShared(episodes),
    episodesWithPaths: episodes.filter(({ paths }) => paths.length > 0).length,
  };
}

/** Finds folders that at least two episodes share. The paths of an episode are those in its first repository. */
function listShared(episodes: readonly ObservedEpisode[]): SharedFolder[] {
  const shared = [...groupBy(episodes, ({ repositories }) => repositories.slice(0, 1))].flatMap(([repository, own]) => {
    const touching = groupBy(own, ({ paths }) => listFolders(paths, deepest));
    const redundant = new Set(
      [...touching].flatMap(([path, { length }]) => {
        const parent = parentFolderOf(path);
        return parent !== null && touching.get(parent)?.length === length ? [parent] : [];
      }),
    );
    return [...touching]
      .filter(([path, { length }]) => length > 1 && !redundant.has(path))
      .map(([path, some]) => ({ repository, path, episodeIds: some.map(({ id }) => id) }));
  });
  const nameOf = ({ repository, path }: SharedFolder) => `${repository}/${path}`;
  return shared
    .sort((a, b) => b.episodeIds.length - a.episodeIds.length || compareStrings(nameOf(a), nameOf(b)))
    .slice(0, maxFolders);
}
