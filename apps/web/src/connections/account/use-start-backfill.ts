import { useMutation } from '@tanstack/react-query';
import { invalidateQueries } from '../../api/query-client.ts';
import { api } from '../../api/refrain.ts';

interface BackfillRequest {
  readonly id: string;
  readonly since: string | null;
}

export function useStartBackfill() {
  return useMutation({
    mutationFn: ({ id, since }: BackfillRequest) =>
      api.POST('/v1/connections/{id}/backfill', { params: { path: { id } }, body: { since } }),
    onSettled: () => invalidateQueries('/v1/connections', '/v1/status'),
  });
}
