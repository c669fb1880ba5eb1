import type { Store } from '@refrain/store';

/**
 * Returns whether all backfills are finished and all records are parsed. The first digest also requires that all records are
 * clustered. Later digests do not require this, because a steady flow of records would delay them forever. Records that arrive late
 * are counted when the digest is written again a day later.
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
