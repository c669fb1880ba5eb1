import { refrain } from '../api/refrain.ts';

export function useScopeNames() {
  const { data } = refrain.useQuery('get', '/v1/scope-names', {}, { staleTime: 600_000 });
  return data ?? { services: [], repositories: [] };
}
