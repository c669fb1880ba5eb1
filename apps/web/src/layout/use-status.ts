import { refrain } from '../api/refrain.ts';

/** How much is known and whether more is on its way, asked anew every five seconds. */
export function useStatus(enabled = true) {
  return refrain.useQuery('get', '/v1/status', {}, { refetchInterval: 5_000, retry: false, enabled });
}
