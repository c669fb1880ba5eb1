import { refrain } from '../api/refrain.ts';

/** Polls the status of the installation: its counts, its queues, and whether it is busy. */
export function useStatus(enabled = true) {
  return refrain.useQuery('get', '/v1/status', {}, { refetchInterval: 5_000, retry: false, enabled });
}
