import { useState } from 'react';
import { refrain } from '../api/refrain.ts';

/** Names of the services and repositories in which something failed within a year, asked for once somebody wants to choose one. */
export function usePlaces() {
  const [isWanted, setWanted] = useState(false);
  const { data } = refrain.useQuery('get', '/v1/map', {}, { enabled: isWanted, staleTime: 600_000 });
  const places = data?.services ?? [];
  return {
    services: places.flatMap(({ service }) => service ?? []).toSorted(),
    repositories: places.flatMap(({ repository }) => repository ?? []).toSorted(),
    want: () => setWanted(true),
  };
}
