import type { FailureMap, MapService } from '@refrain/domain';

/** A map of which only one place is left. What is said of the whole of it, counts and gaps, stays as it is. */
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
