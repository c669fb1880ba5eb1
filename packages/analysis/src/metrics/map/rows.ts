import type { MapService, ObservedChange, ObservedEpisode } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';

/** What a row of the map is of; both are null for no known place. */
export type Row = Pick<MapService, 'service' | 'repository'>;

export const nowhere: Row = { service: null, repository: null };

/** The rows that something is counted in: its services, else its repositories. */
export function rowsOf(services: readonly string[], repositories: readonly string[]): readonly Row[] {
  return services.length > 0
    ? services.map((service) => ({ service, repository: null }))
    : repositories.map((repository) => ({ service: null, repository }));
}

/** Names a row, the same for equal rows; sorts services before repositories. */
export function keyOfRow({ service, repository }: Row): string {
  return service === null ? `r ${repository ?? ''}` : `a ${service}`;
}

/**
 * All that there are, by key. A repository of no known service is a row once it failed: what never ran anywhere is no measure
 * of how often others fail.
 */
export function listRows(episodes: readonly ObservedEpisode[], changes: readonly ObservedChange[]): Row[] {
  const rows = [
    ...episodes.flatMap(({ services, repositories }) => rowsOf(services, repositories)),
    ...changes.flatMap(({ services }) => rowsOf(services, [])),
  ];
  const byKey = new Map(rows.map((row) => [keyOfRow(row), row]));
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
}
