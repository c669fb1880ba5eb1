import { useQuery } from '@tanstack/react-query';
import { findStatus } from './api.ts';

/** How much is known and whether more is on its way, asked anew every five seconds. */
export function useStatus(enabled = true) {
  return useQuery({ queryKey: ['status'], queryFn: findStatus, refetchInterval: 5_000, retry: false, enabled });
}
