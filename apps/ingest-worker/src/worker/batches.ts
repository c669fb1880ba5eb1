import type { JobPayload } from '@refrain/jobs';

/** A record takes up to 100 kB, so a batch stays within some tens of megabytes. */
const recordsPerBatch = 200n;

export function createBatches<T>(items: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size));
  return batches;
}

/** Groups inbox rows by connection and range of ids. The same rows give equal batches, so the queue drops repeats. */
export function createRecordBatches(
  rows: readonly { readonly id: string; readonly connectionId: string }[],
): JobPayload<'parse-records'>[] {
  const batches = new Map<string, { connectionId: string; inboxIds: string[] }>();
  for (const { id, connectionId } of rows) {
    const key = `${connectionId}/${BigInt(id) / recordsPerBatch}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, { connectionId, inboxIds: [id] });
    else batch.inboxIds.push(id);
  }
  return [...batches.values()];
}
