import type { FailureMap, FailureMapRow } from '@refrain/domain';

/** Returns a map with the rows of one service or repository, and with the totals and gaps of the whole map. */
export function selectFailureMapRows(
  map: FailureMap,
  location: Pick<FailureMapRow, 'service' | 'repository'>,
): FailureMap {
  const isHere = (row: Pick<FailureMapRow, 'service' | 'repository'>) =>
    row.service === location.service && row.repository === location.repository;
  return {
    ...map,
    services: map.services.filter(isHere),
    causes: map.causes.filter(isHere),
    triggers: map.triggers.filter(isHere),
    hotspots: map.hotspots.filter(({ repository }) => repository === location.repository),
  };
}
