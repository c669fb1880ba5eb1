import type { MapService, ObservedChange, ObservedEpisode } from '@refrain/domain';
import { compare } from '../clustering/constraints.ts';
import { groupBy } from '../group-by.ts';
import { measureImpact } from './impact-hours.ts';

export interface ServicesInput {
  /** Of every row, also those in which nothing happened. */
  readonly services: readonly string[];
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  /** Services of which changes are known at all, now or at another time. */
  readonly changing: ReadonlySet<string>;
}

/** The rows of a map: services by how often they failed. */
export function listServices({ services, episodes, changes, changing }: ServicesInput): MapService[] {
  const failed = groupBy(episodes, (episode) => episode.services);
  const changed = groupBy(changes, (change) => change.services);
  const rows = services.map((service) =>
    toRow(service, failed.get(service) ?? [], changing.has(service) ? (changed.get(service)?.length ?? 0) : null),
  );
  return rows.sort((a, b) => b.episodes - a.episodes || compare(a.service ?? '', b.service ?? ''));
}

/** @param changes null where they are not known */
export function toRow(
  service: string | null,
  episodes: readonly ObservedEpisode[],
  changes: number | null,
): MapService {
  return {
    service,
    changes,
    episodes: episodes.length,
    hours: measureImpact(episodes),
    episodeIds: episodes.map(({ id }) => id),
  };
}
