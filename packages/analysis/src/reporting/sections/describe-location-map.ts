import type { FailureMapCell, PatternFailureMap, ReportSection, SharedFolder, Statement } from '@refrain/domain';
import { formatCount, formatDay } from '../../text/format.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxRows = 5;

export function describeLocationMap(map: PatternFailureMap | null, refs: ReportSourceRefs): ReportSection {
  const title = 'Where it happens';
  if (map === null) return createDetailSection('map', title, []);
  const located = map.cells.filter((cell) => nameOf(cell) !== null);
  const statements = [
    ...describeLocations(located, map, refs),
    ...map.folders.map((folder) => describeFolder(folder, map, refs)),
  ];
  return createDetailSection('map', title, statements, {
    table:
      located.length < 2 || located.every(({ episodes }) => episodes < 2)
        ? null
        : {
            columns: ['service or repository', 'episodes', 'changes', 'median duration'],
            rows: located
              .slice(0, maxRows)
              .map((cell) => [
                nameOf(cell) ?? '',
                String(cell.episodes),
                formatChanges(cell),
                cell.hours.median === null ? '–' : formatDuration(cell.hours.median),
              ]),
          },
  });
}

function describeLocations(
  located: readonly FailureMapCell[],
  { compared, from, until }: PatternFailureMap,
  refs: ReportSourceRefs,
): Statement[] {
  // A single known location cannot be compared with others, and the summary names that of all episodes.
  if (compared < 2 || located.length < 2) return [];
  const method = `Episodes are counted from ${formatDay(from)} to ${formatDay(until)}; an episode in several locations counts in each. Chance alone does not explain the difference from all other locations.`;
  const outstanding = findOutstandingCell(located);
  return outstanding === null ? [] : [describeOutstanding(outstanding, method, refs)];
}

/** A location that stands out has at least this many times as many episodes, and episodes per change, as the next one. */
const minRatio = 2;

/**
 * Finds the location in which the pattern occurs clearly more often than elsewhere. The test compares it with all locations of the
 * organisation; a location that hardly differs from the next one is no lead for a reader.
 */
export function findOutstandingCell(cells: readonly FailureMapCell[]): FailureMapCell | null {
  const [first, second] = cells.toSorted((a, b) => b.episodes - a.episodes);
  if (first?.standsOut !== true) return null;
  const isClear = first.episodes >= minRatio * (second?.episodes ?? 0) && exceedsPerChange(first, second);
  return isClear ? first : null;
}

/** Returns whether a location has clearly more episodes per change than another, if both rates are known. */
function exceedsPerChange({ per100Changes: own }: FailureMapCell, other: FailureMapCell | undefined): boolean {
  const others = other?.per100Changes ?? null;
  return own === null || others === null || own.observed >= minRatio * others.observed;
}

function describeOutstanding(cell: FailureMapCell, method: string, refs: ReportSourceRefs): Statement {
  return createStatement(
    `Episodes are more frequent in ${nameOf(cell)} than elsewhere.`,
    refs.ofEpisodes(cell.episodeIds),
    method,
  );
}

function describeFolder(
  { repository, path, episodeIds }: SharedFolder,
  map: PatternFailureMap,
  refs: ReportSourceRefs,
): Statement {
  return createStatement(
    `In ${episodeIds.length} of ${formatCount(map.episodesWithPaths, 'episode')} whose files are known, files in ${path} (${repository}) were changed.`,
    refs.ofEpisodes(episodeIds),
  );
}

function nameOf({ service, repository }: FailureMapCell): string | null {
  return service ?? repository;
}

/** Recovers the number of changes from the rate per 100 changes. */
function formatChanges({ episodes, per100Changes }: FailureMapCell): string {
  return per100Changes === null ? '–' : String(Math.round((100 * episodes) / per100Changes.observed));
}
