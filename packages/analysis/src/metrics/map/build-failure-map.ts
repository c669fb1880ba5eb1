import {
  type ChangeWithPaths,
  dayInMs,
  type FailureMap,
  type FailureMapFilter,
  type ObservedEpisode,
  type ObservedPeriod,
} from '@refrain/domain';
import type { TeamLookup } from '../../catalogue/create-team-lookup.ts';
import { buildMapCells } from './build-map-cells.ts';
import { findHotspots } from './find-hotspots.ts';
import { listFailureMapRows, toFailureMapRow } from './list-failure-map-rows.ts';
import { failureMapRowsOf, listMapRows, type MapRow, unknownLocationRow } from './rows.ts';
import { createTeamFilter } from './team-filter.ts';

export interface FailureMapInput {
  /** Episodes in chronological order. */
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ChangeWithPaths[];
  readonly period: ObservedPeriod;
  readonly filter: FailureMapFilter;
  /** Null if no owners of services are known. */
  readonly teams: TeamLookup | null;
}

/** Maximum probability, per kind of map, of highlighting any cell although all rates are equal. */
const falseAlarms = { causes: 0.025, triggers: 0.015, folders: 0.01 };

/** Maximum number of episode ids per cell; the newest are kept. */
const maxListed = 10;

/** Maps where and why failures happen. A team's map shows only its rows, but compares them with the organisation. */
export function buildFailureMap({ period, filter, teams, ...observed }: FailureMapInput): FailureMap {
  const { episodes, changes, rows: places, withoutEnvironment } = filterObservations(observed, period, filter);
  const days = Math.max(0, Date.parse(period.until) - Date.parse(period.from)) / dayInMs;
  const rows = listFailureMapRows({ rows: places, episodes, changes, known: observed.changes });
  const part = createTeamFilter(filter.team, teams);
  const own = episodes.filter(part.hasEpisode);
  const unplaced = own.filter(
    ({ services, repositories }) => !failureMapRowsOf(services, repositories).some(part.hasRow),
  );
  const common = { rows, episodes, unplaced, days, isShown: part.hasRow };
  const causes = buildMapCells({ ...common, labelOf: ({ cause }) => cause, falseAlarms: falseAlarms.causes });
  const triggers = buildMapCells({ ...common, labelOf: ({ trigger }) => trigger, falseAlarms: falseAlarms.triggers });
  const folders = findHotspots(episodes, changes, falseAlarms.folders);
  const shown = rows.filter(part.hasRow);
  const count = (is: (episode: ObservedEpisode) => boolean): number => own.filter(is).length;
  return {
    from: period.from,
    until: period.until,
    days,
    filter,
    episodes: own.length,
    changes: changes.filter(part.hasChange).length,
    services: withNewest(
      unplaced.length === 0 ? shown : [...shown, toFailureMapRow(unknownLocationRow, unplaced, null)],
    ),
    causes: withNewest(causes.cells.map(({ label, ...cell }) => ({ ...cell, cause: label }))),
    triggers: withNewest(triggers.cells.map(({ label, ...cell }) => ({ ...cell, trigger: label }))),
    hotspots: withNewest(folders.hotspots.filter(({ repository, path }) => part.hasLocation(repository, [path]))),
    compared: { causes: causes.compared, triggers: triggers.compared, folders: folders.compared },
    gaps: {
      withoutService: count(({ services }) => services.length === 0),
      withoutCause: count(({ cause }) => cause === 'unknown'),
      withoutTrigger: count(({ trigger }) => trigger === 'unknown'),
      withoutHours: count(({ hours }) => hours === null),
      withoutPaths: count(({ paths }) => paths.length === 0),
      withoutEnvironment: withoutEnvironment.filter(part.hasEpisode).length,
      servicesWithoutChanges: shown.filter((row) => row.changes === null).length,
    },
  };
}

function withNewest<T extends { readonly episodeIds: readonly string[] }>(counted: readonly T[]) {
  return counted.map((one) => ({ ...one, episodeIds: one.episodeIds.slice(-maxListed) }));
}

interface Observed {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ChangeWithPaths[];
}

interface Selected extends Observed {
  /** Episodes that the filter by environment excludes because their environment is unknown. */
  readonly withoutEnvironment: readonly ObservedEpisode[];
  /** All rows of the period, sorted by key, including those that other filters hide: rates depend on all rows. */
  readonly rows: readonly MapRow[];
}

/** Filters by time, environment and kind. If the environment is unknown, keeps changes but omits episodes. */
function filterObservations(
  { episodes, changes }: Observed,
  period: ObservedPeriod,
  { environment, kinds }: Pick<FailureMapFilter, 'environment' | 'kinds'>,
): Selected {
  const [from, until] = [Date.parse(period.from), Date.parse(period.until)];
  const isThen = (at: string): boolean => Date.parse(at) >= from && Date.parse(at) < until;
  const happened = episodes.filter(({ startedAt }) => isThen(startedAt));
  const made = changes.filter(({ at }) => isThen(at));
  const ofKind = happened.filter((one) => kinds.length === 0 || one.kinds.some((kind) => kinds.includes(kind)));
  return {
    episodes: ofKind.filter(({ environments }) => environment === null || environments.includes(environment)),
    changes: made.filter((change) => environment === null || (change.environment ?? environment) === environment),
    withoutEnvironment: environment === null ? [] : ofKind.filter(({ environments }) => environments.length === 0),
    rows: listMapRows(happened, made),
  };
}
