import type { FailureMapCell, PatternFailureMap, ReportSection, SharedFolder, Statement } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { formatCount, formatList } from '../../text/format.ts';
import { formatDuration } from '../../text/format-duration.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** Of two durations, which the table of episodes shows, a median says nothing. */
const minForMedian = 3;

export function describeLocationMap(map: PatternFailureMap | null, refs: ReportSourceRefs): ReportSection {
  const title = 'Where it happens';
  if (map === null) return createDetailSection('map', title, []);
  const located = map.cells.filter((cell) => nameOf(cell) !== null);
  const folders = groupBy(map.folders.filter(isFrequent(map)), ({ repository, episodeIds }) => [
    [repository, ...episodeIds].join(' '),
  ]);
  const statements = [...folders.values()].flatMap((same) => describeFolders(same, map, refs));
  // A single known location cannot be compared with others, and the summary names that of all episodes.
  const outstanding = map.compared < 2 || located.length < 2 ? null : findOutstandingCell(located);
  // The table of episodes shows the locations of single ones. A single recurring location is no comparison unless it stands out.
  const recurring = located.filter(({ episodes }) => episodes > 1);
  const hasMedians = recurring.some((cell) => findMedian(cell) !== null);
  return createDetailSection('map', title, statements, {
    table:
      recurring.length < (outstanding === null ? 2 : 1)
        ? null
        : {
            columns: ['service or repository', 'episodes', ...(hasMedians ? ['median duration'] : [])],
            rows: recurring.map((cell) => [
              nameOf(cell) ?? '',
              cell === outstanding ? `${cell.episodes} – more than elsewhere` : String(cell.episodes),
              ...(hasMedians ? [formatMedian(cell)] : []),
            ]),
          },
  });
}

function findMedian({ hours, episodes }: FailureMapCell): number | null {
  return episodes < minForMedian ? null : hours.median;
}

function formatMedian(cell: FailureMapCell): string {
  const median = findMedian(cell);
  return median === null ? '–' : formatDuration(median);
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

/** Folders that changed in fewer episodes only tell which services failed most often. */
const minFolderShare = 0.5;

const isFrequent =
  ({ episodesWithPaths }: PatternFailureMap) =>
  ({ episodeIds: { length } }: SharedFolder) =>
    length >= minFolderShare * episodesWithPaths;

/** @param folders folders of one repository that changed in the same episodes */
function describeFolders(
  folders: readonly SharedFolder[],
  { episodesWithPaths }: PatternFailureMap,
  refs: ReportSourceRefs,
): Statement[] {
  const [first] = folders;
  if (first === undefined) return [];
  const { repository, episodeIds } = first;
  const count = formatCount(episodesWithPaths, 'episode');
  const part = episodeIds.length === episodesWithPaths ? `all ${count}` : `${episodeIds.length} of the ${count}`;
  return [
    createStatement(
      `Files in ${formatList(folders.map(({ path }) => path))} (${repository}) were changed in ${part} with known file changes.`,
      refs.ofEpisodes(episodeIds),
    ),
  ];
}

function nameOf({ service, repository }: FailureMapCell): string | null {
  return service ?? repository;
}
