import type {
  FailureMapBaseline,
  FailureMapRow,
  ObservedChange,
  ObservedEpisode,
  ObservedPeriod,
} from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { summariseImpactHours } from './impact-hours.ts';
import { failureMapRowsOf, keyOfMapRow, listMapRows, type MapRow } from './rows.ts';

interface ServiceListInput {
  readonly rows: readonly MapRow[];
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  /** Changes of the whole history. If a row has none, its number of changes is unknown instead of 0. */
  readonly known: readonly ObservedChange[];
}

/** Lists a map's rows, most episodes first: services, and repositories without a known service. */
export function listFailureMapRows({ rows, episodes, changes, known }: ServiceListInput): FailureMapRow[] {
  const failed = groupBy(episodes, (episode) =>
    failureMapRowsOf(episode.services, episode.repositories).map(keyOfMapRow),
  );
  const changed = countChanges(changes);
  const changing = countChanges(known);
  const listed = rows.map((row) => {
    const key = keyOfMapRow(row);
    return toFailureMapRow(row, failed.get(key) ?? [], changing.has(key) ? (changed.get(key) ?? 0) : null);
  });
  return listed.sort((a, b) => b.episodes - a.episodes || compareStrings(keyOfMapRow(a), keyOfMapRow(b)));
}

function countChanges(changes: readonly ObservedChange[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { services, repository } of changes)
    for (const row of failureMapRowsOf(services, [repository]))
      counts.set(keyOfMapRow(row), (counts.get(keyOfMapRow(row)) ?? 0) + 1);
  return counts;
}

export function toFailureMapRow(
  row: MapRow,
  episodes: readonly ObservedEpisode[],
  changes: number | null,
): FailureMapRow {
  return {
    service: row.service,
    repository: row.repository,
    changes,
    episodes: episodes.length,
    hours: summariseImpactHours(episodes),
    episodeIds: episodes.map(({ id }) => id),
  };
}

export function buildMapBaseline({
  episodes,
  changes,
  period,
}: {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly period: ObservedPeriod;
}): FailureMapBaseline {
  const services = listFailureMapRows({ rows: listMapRows(episodes, changes), episodes, changes, known: changes });
  return {
    from: period.from,
    until: period.until,
    places: services.map(({ service, repository, changes: made, episodes: failed }) => ({
      service,
      repository,
      changes: made,
      episodes: failed,
    })),
  };
}
