import type { paths } from '@refrain/client';
import { api, type Schemas } from '../../api/refrain.ts';

type Body = paths['/v1/connections']['post']['requestBody']['content']['application/json'];
/** An account that is not connected yet, with its secret. */
export type WantedAccount = Omit<Body, 'scope'>;

/** Asks the provider what would be taken in. */
export type FetchScope = (
  scope: Schemas['ConnectionScope'],
  signal: AbortSignal,
) => Promise<Schemas['ConnectionCheckResponse']>;

/** Of an account that is not connected yet; without a scope, of everything. */
export async function checkAccount(
  wanted: WantedAccount,
  scope?: Schemas['ConnectionScope'],
  signal?: AbortSignal,
): Promise<Schemas['ConnectionCheckResponse']> {
  const { data } = await api.POST('/v1/connections/check', { body: { ...wanted, scope }, signal });
  if (data === undefined) throw new Error('The check has no answer.');
  return data;
}

/** Of a connected one, by the credential that is stored. */
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
  if (data === undefined) throw new Error('The check has no answer.');
  return data;
}
