import { refrain, type Schemas, useFindProvider } from '../api/refrain.ts';

/**
 * Returns whether an incident is still open at its provider. An imported file may only lack the end, so it does not tell.
 */
export function useIsOpen({
  kind,
  resolvedAt,
  connectionId,
}: Pick<Schemas['FailureResponse'], 'kind' | 'resolvedAt' | 'connectionId'>): boolean {
  const findProvider = useFindProvider();
  const connections = refrain.useQuery('get', '/v1/connections', {});
  const provider = connections.data?.items.find(({ id }) => id === connectionId)?.provider;
  if (kind !== 'incident' || resolvedAt !== null || provider === undefined) return false;
  return findProvider(provider).kind !== 'files';
}
