import type { FailureMapRow, ObservedChange, ObservedEpisode } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';

/** A row of a map: a service, a repository without a known service, or, if both are null, the unknown location. */
export type MapRow = Pick<FailureMapRow, 'service' | 'repository'>;

export const unknownLocationRow: MapRow = { service: null, repository: null };

export function failureMapRowsOf(services: readonly string[], repositories: readonly string[]): readonly MapRow[] {
  return services.length > 0
    ? services.map((service) => ({ service, repository: null }))
    : repositories.map((repository) => ({ service: null, repository }));
}

/** Returns a unique key; services sort before repositories. */
export function keyOfMapRow({ service, repository }: MapRow): string {
  return service === null ? `r ${repository ?? ''}` : `a ${service}`;
}

/** Lists rows sorted by key. Omits repositories with neither service nor failure: they would distort rates. */
export function listMapRows(episodes: readonly ObservedEpisode[], changes: readonly ObservedChange[]): MapRow[] {
  const rows = [
    ...episodes.flatMap(({ services, repositories }) => failureMapRowsOf(services, repositories)),
    ...changes.flatMap(({ services }) => failureMapRowsOf(services, [])),
  ];
  const byKey = new Map(rows.map((row) => [keyOfMapRow(row), row]));
  return [...byKey].sort(([a], [b]) => compareStrings(a, b)).map(([, row]) => row);
}
