import type { FailureMap, MapService } from '@refrain/domain';

/** Returns a map with the rows of one place. Totals and gaps stay those of the whole map. */
export function narrowMap(map: FailureMap, place: Pick<MapService, 'service' | 'repository'>): FailureMap {
  const isHere = (row: Pick<MapService, 'service' | 'repository'>) =>
    row.service === place.service && row.repository === place.repository;
  return {
    ...map,
    services: map.services.filter(isHere),
    causes: map.causes.filter(isHere),
    triggers: map.triggers.filter(isHere),
    hotspots: map.hotspots.filter(({ repository }) => repository === place.repository),
  };
}
