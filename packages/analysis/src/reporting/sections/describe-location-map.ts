import type {
  FailureMapCell,
  FailureMapRate,
  PatternFailureMap,
  ReportSection,
  SharedFolder,
  Statement,
} from '@refrain/domain';
import { formatCount, formatDay } from '../../text/format.ts';
import { formatRounded } from '../../text/format-number.ts';
import { createDetailSection, createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxRows = 20;

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
      located.length < 2
        ? null
        : {
            columns: ['service or repository', 'episodes', 'changes', 'median hours'],
            rows: located
              .slice(0, maxRows)
              .map((cell) => [
                nameOf(cell) ?? '',
                String(cell.episodes),
                formatChanges(cell),
                cell.hours.median === null ? '–' : formatRounded(cell.hours.median),
              ]),
          },
  });
}

function describeLocations(
  located: readonly FailureMapCell[],
  { compared, from, until }: PatternFailureMap,
  refs: ReportSourceRefs,
): Statement[] {
  // A single known location cannot be compared with others.
  if (compared < 2) return [];
  const method = `Counts from ${formatDay(from)} to ${formatDay(until)}; an episode in several locations counts in each. The rate of a location with few episodes is moved towards the mean of all ${compared} locations (empirical Bayes). A location stands out if neither the number of its changes nor chance explains its rate.`;
  const outstanding = located.filter(({ standsOut }) => standsOut);
  return outstanding.map((cell) => describeOutstanding(cell, method, refs));
}

function describeOutstanding(cell: FailureMapCell, method: string, refs: ReportSourceRefs): Statement {
  const [rate, unit] =
    cell.per100Changes === null ? [perYear(cell.per30Days), 'a year'] : [cell.per100Changes, 'per 100 changes'];
  const comparison =
    rate === null
      ? ''
      : `: ${formatRounded(rate.estimate)} ${unit}, compared with ${formatRounded(rate.organisation)} over all locations`;
  return createStatement(
    `It happens more often in ${nameOf(cell)} than elsewhere${comparison}.`,
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
    `${episodeIds.length} of ${formatCount(map.episodesWithPaths, 'episode')} with known files changed files in ${path} of ${repository}.`,
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
