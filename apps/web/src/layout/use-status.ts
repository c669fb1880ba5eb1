import { refrain } from '../api/refrain.ts';

export function useStatus(enabled = true) {
  return refrain.useQuery('get', '/v1/status', {}, { refetchInterval: 5_000, retry: false, enabled });
}
