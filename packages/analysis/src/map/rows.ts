import type { MapService } from '@refrain/domain';

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
