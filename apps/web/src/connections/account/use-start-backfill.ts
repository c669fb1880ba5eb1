import { useMutation } from '@tanstack/react-query';
import { refresh } from '../../api/query-client.ts';
import { api } from '../../api/refrain.ts';

interface Wanted {
  readonly id: string;
  /** Null is from the beginning. */
  readonly since: string | null;
}

/** Has the past of an account taken in. */
export function useStartBackfill() {
  return useMutation({
    mutationFn: ({ id, since }: Wanted) =>
      api.POST('/v1/connections/{id}/backfill', { params: { path: { id } }, body: { since } }),
    onSettled: () => refresh('/v1/connections', '/v1/status'),
  });
}
