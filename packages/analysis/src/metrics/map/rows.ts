import type { MapService, ObservedChange, ObservedEpisode } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';

/** A row of a map: a service, a repository without a known service, or the unknown location with two nulls. */
export type Row = Pick<MapService, 'service' | 'repository'>;

export const unknownLocation: Row = { service: null, repository: null };

/** Returns the rows of the services, or of the repositories if no service is known. */
export function rowsOf(services: readonly string[], repositories: readonly string[]): readonly Row[] {
  return services.length > 0
    ? services.map((service) => ({ service, repository: null }))
    : repositories.map((repository) => ({ service: null, repository }));
}

/** Returns a unique key; services sort before repositories. */
export function keyOfRow({ service, repository }: Row): string {
  return service === null ? `r ${repository ?? ''}` : `a ${service}`;
}

/**
 * Lists all rows, sorted by key. Includes a repository without a known service only if it had failures, since unused
 * repositories would distort the rates.
 */
export function listRows(episodes: readonly ObservedEpisode[], changes: readonly ObservedChange[]): Row[] {
  const rows = [
    ...episodes.flatMap(({ services, repositories }) => rowsOf(services, repositories)),
    ...changes.flatMap(({ services }) => rowsOf(services, [])),
  ];
  const byKey = new Map(rows.map((row) => [keyOfRow(row), row]));
  return [...byKey].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
}
