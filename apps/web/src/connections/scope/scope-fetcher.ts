import type { paths } from '@refrain/client';
import { useQuery } from '@tanstack/react-query';
import { requireData } from '../../api/api-problem.ts';
import { api, type Schemas } from '../../api/refrain.ts';

type Body = paths['/v1/connections']['post']['requestBody']['content']['application/json'];
/** An account that is not connected yet, with its secret. */
export type AccountRequest = Omit<Body, 'scope'>;

export type ScopeFetcher = (
  scope: Schemas['ConnectionScope'],
  signal: AbortSignal,
) => Promise<Schemas['ConnectionCheckResponse']>;

export async function checkAccount(
  account: AccountRequest,
  scope?: Schemas['ConnectionScope'],
  signal?: AbortSignal,
): Promise<Schemas['ConnectionCheckResponse']> {
  const { data } = await api.POST('/v1/connections/check', { body: { ...account, scope }, signal });
  return requireData(data);
}

export async function checkScope(
  id: string,
  scope: Schemas['ConnectionScope'],
  signal?: AbortSignal,
): Promise<Schemas['ConnectionCheckResponse']> {
  const { data } = await api.POST('/v1/connections/{id}/check-scope', {
    params: { path: { id } },
    body: scope,
    signal,
  });
  return requireData(data);
}

export function useCheckedScope({ id, scope }: Pick<Schemas['Connection'], 'id' | 'scope'>) {
  return useQuery({
    queryKey: ['check-scope', id],
    queryFn: ({ signal }) => checkScope(id, scope, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
