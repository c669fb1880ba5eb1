import type {
  FailureMapCell,
  FailureMapRate,
  PatternFailureMap,
  ReportSection,
  SharedFolder,
  Statement,
} from '@refrain/domain';
import { formatCount, formatDay, formatListWithMaxNames, formatValueWithInterval } from '../../text/format.ts';
import { formatNumber } from '../../text/format-number.ts';
import { createSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxNamed = 3;
const maxRows = 20;

export function describeLocationMap(map: PatternFailureMap | null, refs: ReportSourceRefs): ReportSection {
  const title = 'Where it happens';
  if (map === null) return createSection('map', title, [createStatement('Its places were not measured yet.')]);
  const placed = map.cells.filter((cell) => nameOf(cell) !== null);
  const statements = [
    ...describeLocations(placed, map, refs),
    ...describeUnplaced(map, refs),
    ...map.folders.map((folder) => describeFolder(folder, map, refs)),
  ];
  return createSection('map', title, statements, {
    table:
      placed.length === 0
        ? null
        : {
            columns: [
              'place',
              'episodes',
              'changes',
              'hours, half within',
              'likely per 100 changes',
              'likely in a year',
            ],
            rows: placed
              .slice(0, maxRows)
              .map((cell) => [
                nameOf(cell) ?? '',
                String(cell.episodes),
                formatChanges(cell),
                cell.hours.median === null ? 'not known' : formatNumber(cell.hours.median),
                formatRate(cell.per100Changes),
                formatRate(perYear(cell.per30Days)),
              ]),
          },
  });
}

function describeLocations(
  placed: readonly FailureMapCell[],
  { compared, from, until }: PatternFailureMap,
  refs: ReportSourceRefs,
): Statement[] {
  if (placed.length === 0) return [];
  const named = placed.map((cell) => `${nameOf(cell)} (${formatCount(cell.episodes, 'episode')})`);
  const where = createStatement(
    `It happens in ${formatListWithMaxNames(named, maxNamed)}, of ${formatCount(compared, 'place')} that are known.`,
    refs.ofEpisodes(placed.flatMap(({ episodeIds }) => episodeIds)),
  );
  // A single known location cannot be compared with others.
  if (compared < 2) return [where];
  const outstanding = placed.filter(({ standsOut }) => standsOut);
  const method = `Counted from ${formatDay(from)} to ${formatDay(until)}; an episode in several places counts in each. Each place's rate is drawn towards that of all places, also those where it never came, the more the fewer episodes it has (empirical Bayes; in parentheses the interval of 90 %). A place stands out where neither the number of its changes nor chance among all places explains its rate.`;
  if (outstanding.length === 0)
    return [
      where,
      createStatement(
        'No place stands out: chance, and how often each is changed, explain the differences.',
        refs.all,
        method,
      ),
    ];
  return [where, ...outstanding.map((cell) => describeOutstanding(cell, method, refs))];
}

function describeOutstanding(cell: FailureMapCell, method: string, refs: ReportSourceRefs): Statement {
  const [rate, unit] =
    cell.per100Changes === null ? [perYear(cell.per30Days), 'a year'] : [cell.per100Changes, 'per 100 changes'];
  const comparison =
    rate === null
      ? ''
      : `: ${formatValueWithInterval(rate.estimate, rate.low, rate.high)} ${unit}, where all places have ${formatNumber(rate.organisation)}`;
  return createStatement(
    `It comes more often in ${nameOf(cell)} than elsewhere${comparison}.`,
    refs.ofEpisodes(cell.episodeIds),
    method,
  );
}

function describeUnplaced({ cells }: PatternFailureMap, refs: ReportSourceRefs): Statement[] {
  const unplaced = cells.filter((cell) => nameOf(cell) === null);
  return unplaced.map(({ episodes, episodeIds }) =>
    createStatement(`Of ${formatCount(episodes, 'episode')} the place is not known.`, refs.ofEpisodes(episodeIds)),
  );
}

function describeFolder(
  { repository, path, episodeIds }: SharedFolder,
  map: PatternFailureMap,
  refs: ReportSourceRefs,
): Statement {
  return createStatement(
    `Files in ${path} of ${repository} are part of ${formatCount(episodeIds.length, 'episode')}, of ${map.episodesWithPaths} whose files are known.`,
    refs.ofEpisodes(episodeIds),
  );
}

function nameOf({ service, repository }: FailureMapCell): string | null {
  return service ?? repository;
}

/** Recovers the number of changes from the rate per 100 changes. */
function formatChanges({ episodes, per100Changes }: FailureMapCell): string {
  return per100Changes === null ? 'not known' : String(Math.round((100 * episodes) / per100Changes.observed));
}

/** Converts a rate per 30 days to a rate per year, because one location has few episodes in 30 days. */
function perYear(rate: FailureMapRate | null): FailureMapRate | null {
  if (rate === null) return null;
  const inYears = (value: number) => (value * 365) / 30;
  return {
    ...rate,
    observed: inYears(rate.observed),
    organisation: inYears(rate.organisation),
    estimate: inYears(rate.estimate),
    low: inYears(rate.low),
    high: inYears(rate.high),
  };
}

function formatRate(rate: FailureMapRate | null): string {
  return rate === null ? 'not known' : formatValueWithInterval(rate.estimate, rate.low, rate.high);
}
