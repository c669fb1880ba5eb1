import { refrain } from '../api/refrain.ts';

/** Loads the names of known services and repositories, as suggestions for fields. */
export function useScopeNames() {
  const { data } = refrain.useQuery('get', '/v1/scope-names', {}, { staleTime: 600_000 });
  return data ?? { services: [], repositories: [] };
}
