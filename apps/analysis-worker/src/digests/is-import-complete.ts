import type { Store } from '@refrain/store';

/**
 * Whether what is known is all that is on its way: no past of an account is awaited, and no record waits for its reader. Before
 * the first digest of all the grouping must be of all of it, too. Later it need not: where something always comes in that would
 * never be so, and what comes late is counted the next day.
 */
export async function isAllKnown({
  connections,
  digests,
  inbox,
  patterns,
}: Pick<Store, 'connections' | 'digests' | 'inbox' | 'patterns'>): Promise<boolean> {
  if ((await connections.isPastAwaited()) || (await inbox.countUnprocessed()) > 0) return false;
  if ((await digests.list({ limit: 1 })).items.length > 0) return true;
  return (await patterns.inputVersion()) === (await patterns.currentInputVersion());
}
