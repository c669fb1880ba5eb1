import { type Schemas, useProviderOfConnection } from '../api/refrain.ts';

/** Returns whether an incident is still open at its provider. An imported file may only lack the end, so it does not tell. */
export function useIsOpen({
  kind,
  resolvedAt,
  connectionId,
}: Pick<Schemas['FailureResponse'], 'kind' | 'resolvedAt' | 'connectionId'>): boolean {
  const provider = useProviderOfConnection(connectionId);
  return kind === 'incident' && resolvedAt === null && provider !== null && provider.kind !== 'files';
}
