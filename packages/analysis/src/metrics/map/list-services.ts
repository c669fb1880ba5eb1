import type { MapService, ObservedChange, ObservedEpisode } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { groupBy } from '../../collections/group-by.ts';
import { measureImpact } from './impact-hours.ts';
import { keyOfRow, type Row, rowsOf } from './rows.ts';

export interface ServicesInput {
  readonly rows: readonly Row[];
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  /**
   * Changes of any time. A row with earlier changes but none in the period has 0 changes rather than an unknown number.
   */
  readonly known: readonly ObservedChange[];
}

/** Lists a map's rows, most episodes first: services, and repositories without a known service. */
export function listServices({ rows, episodes, changes, known }: ServicesInput): MapService[] {
  const failed = groupBy(episodes, (episode) => rowsOf(episode.services, episode.repositories).map(keyOfRow));
  const changed = countChanges(changes);
  const changing = countChanges(known);
  const listed = rows.map((row) => {
    const key = keyOfRow(row);
    return toRow(row, failed.get(key) ?? [], changing.has(key) ? (changed.get(key) ?? 0) : null);
  });
  return listed.sort((a, b) => b.episodes - a.episodes || compare(keyOfRow(a), keyOfRow(b)));
}

function countChanges(changes: readonly ObservedChange[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { services, repository } of changes)
    for (const row of rowsOf(services, [repository])) counts.set(keyOfRow(row), (counts.get(keyOfRow(row)) ?? 0) + 1);
  return counts;
}

/** @param changes number of changes; null if unknown */
export function toRow(row: Row, episodes: readonly ObservedEpisode[], changes: number | null): MapService {
  return {
    service: row.service,
    repository: row.repository,
    changes,
    episodes: episodes.length,
    hours: measureImpact(episodes),
    episodeIds: episodes.map(({ id }) => id),
  };
}
