import type { MapBaseline, ObservedChange, ObservedEpisode, ObservedPeriod } from '@refrain/domain';
import { listMapServices } from './list-map-services.ts';
import { listMapRows } from './rows.ts';

/** Counts the changes and episodes at every location in a period, as the reference for the maps of patterns. */
export function buildMapBaseline({
  episodes,
  changes,
  period,
}: {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly period: ObservedPeriod;
}): MapBaseline {
  const services = listMapServices({ rows: listMapRows(episodes, changes), episodes, changes, known: changes });
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
