import type { ChangeWithPaths, ObservedEpisode, PathHotspot } from '@refrain/domain';
import { isWithinFolder, listFolders, parentFolderOf } from '../../catalogue/folder-tree.ts';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { compareCells } from './compare-cells.ts';
import { summariseImpactHours } from './impact-hours.ts';

interface Folder {
  readonly path: string;
  readonly changes: number;
  readonly episodes: readonly ObservedEpisode[];
}

interface Baseline {
  readonly repository: string;
  readonly changes: number;
  readonly episodes: number;
  readonly folders: readonly Folder[];
}

/** Folders with fewer changes than this are not tested, since their rates say little and each test costs power. */
const minChanges = 10;
const deepest = 8;

/**
 * Finds folders whose changes fail more often than others in the repository, most certain first. Of nested folders, the
 * one with the largest likelihood ratio is kept (Kulldorff, Fang and Walsh 2003).
 * @param falseAlarms maximum probability of finding a hotspot although all folders fail equally often
 */
export function findHotspots(
  episodes: readonly ObservedEpisode[],
  changes: readonly ChangeWithPaths[],
  falseAlarms: number,
): { readonly hotspots: PathHotspot[]; readonly compared: number } {
  const baselines = listBaselines(episodes, changes);
  const rates = compareCells(
    baselines.map(({ folders, ...baseline }) => ({
      count: baseline.episodes,
      exposure: baseline.changes / 100,
      cells: folders.map((folder) => ({ count: folder.episodes.length, exposure: folder.changes / 100 })),
    })),
    falseAlarms,
  );
  const found = baselines.flatMap((baseline, group) =>
    baseline.folders.flatMap((folder, place) => {
      const rate = rates[group]?.[place];
      return rate?.isAbove === true ? [{ baseline, folder, rate, certainty: likelihoodRatio(folder, baseline) }] : [];
    }),
  );
  found.sort((a, b) => b.certainty - a.certainty || compareStrings(keyOf(a), keyOf(b)));
  const kept: typeof found = [];
  for (const one of found) if (!kept.some((surer) => overlap(one, surer))) kept.push(one);
  const hotspots = kept.map(({ baseline, folder, rate }) => ({
    repository: baseline.repository,
    path: folder.path,
    episodes: folder.episodes.length,
    hours: summariseImpactHours(folder.episodes),
    episodeIds: folder.episodes.map(({ id }) => id),
    changes: folder.changes,
    expected: (baseline.episodes * folder.changes) / baseline.changes,
    per100Changes: rate,
  }));
  return { hotspots, compared: baselines.reduce((sum, { folders }) => sum + folders.length, 0) };
}

interface Found {
  readonly baseline: Baseline;
  readonly folder: Folder;
}

function keyOf({ baseline, folder }: Found): string {
  return `${baseline.repository}/${folder.path}`;
}

function overlap(a: Found, b: Found): boolean {
  const isSameBaseline = a.baseline === b.baseline;
  return (
    isSameBaseline && (isWithinFolder(a.folder.path, b.folder.path) || isWithinFolder(b.folder.path, a.folder.path))
  );
}

function listBaselines(episodes: readonly ObservedEpisode[], changes: readonly ChangeWithPaths[]): Baseline[] {
  const located = episodes.filter(({ paths, repositories }) => paths.length > 0 && repositories.length > 0);
  const episodesIn = groupBy(located, ({ repositories }) => repositories.slice(0, 1));
  const changesIn = groupBy(changes, ({ repository, paths }) =>
    paths.length > 0 && episodesIn.has(repository) ? [repository] : [],
  );
  return [...changesIn]
    .sort(([a], [b]) => compareStrings(a, b))
    .map(([repository, own]) => {
      const failed = episodesIn.get(repository) ?? [];
      return {
        repository,
        changes: own.length,
        episodes: failed.length,
        folders: listTestedFolders(failed, own),
      };
    })
    .filter(({ folders }) => folders.length > 0);
}

/**
 * Selects folders by changes, because a selection by failures would bias the tests. Skips a folder if one subfolder
 * contains all of its changes.
 */
function listTestedFolders(episodes: readonly ObservedEpisode[], changes: readonly ChangeWithPaths[]): Folder[] {
  const touching = new Map<string, number>();
  for (const { paths } of changes)
    for (const folder of listFolders(paths, deepest)) touching.set(folder, (touching.get(folder) ?? 0) + 1);
  const failedIn = groupBy(episodes, ({ paths }) => listFolders(paths, deepest));
  const redundant = new Set(
    [...touching].flatMap(([folder, count]) => {
      const parent = parentFolderOf(folder);
      return parent !== null && touching.get(parent) === count ? [parent] : [];
    }),
  );
  return [...touching]
    .filter(([folder, count]) => count >= minChanges && count < changes.length && !redundant.has(folder))
    .sort(([a], [b]) => compareStrings(a, b))
    .map(([path, count]) => ({ path, changes: count, episodes: failedIn.get(path) ?? [] }));
}

/** Returns the log-likelihood ratio of separate rates inside and outside the folder against a common rate. */
function likelihoodRatio({ episodes, changes }: Folder, baseline: Baseline): number {
  const inside = episodes.length;
  const outside = baseline.episodes - inside;
  const expected = (baseline.episodes * changes) / baseline.changes;
  const term = (count: number, expectedCount: number): number =>
    count === 0 ? 0 : count * Math.log(count / expectedCount);
  return term(inside, expected) + term(outside, baseline.episodes - expected);
}
