import type { Store } from '@refrain/store';

/**
 * Returns whether all backfills are finished and all records parsed. Before the first digest all of them must be clustered
 * too. Later that is not required: with a steady stream of records it would never be true, and the next day
 * counts the late ones.
 */
export async function isImportComplete({
  connections,
  reports,
  inbox,
  patterns,
}: Pick<Store, 'connections' | 'inbox' | 'patterns' | 'reports'>): Promise<boolean> {
  if ((await connections.isBackfillPending()) || (await inbox.countUnprocessed()) > 0) return false;
  if ((await reports.listDigests({ limit: 1 })).items.length > 0) return true;
  return (await patterns.findClusteredVersion()) === (await patterns.readInputVersion());
}
