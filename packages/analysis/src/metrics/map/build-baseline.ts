import type { MapBaseline, ObservedChange, ObservedEpisode, ObservedPeriod } from '@refrain/domain';
import { listServices } from './list-services.ts';
import { listRows } from './rows.ts';

/** Counts the changes and episodes at every location in a period, as the reference for the maps of patterns. */
export function buildBaseline({
  episodes,
  changes,
  period,
}: {
  readonly episodes: readonly ObservedEpisode[];
  readonly changes: readonly ObservedChange[];
  readonly period: ObservedPeriod;
}): MapBaseline {
  const services = listServices({ rows: listRows(episodes, changes), episodes, changes, known: changes });
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
