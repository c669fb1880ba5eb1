import type { JobPayload } from '@refrain/jobs';

/** A record takes up to 100 kB, so a batch stays within some tens of megabytes. */
const batchSize = 200;

/** Groups inbox rows by connection and range of ids. The same rows give equal batches, so the queue drops repeats. */
export function createRecordBatches(
  rows: readonly { readonly id: string; readonly connectionId: string }[],
): JobPayload<'parse-records'>[] {
  const batches = new Map<string, { connectionId: string; inboxIds: string[] }>();
  for (const { id, connectionId } of rows) {
    const key = `${connectionId}/${BigInt(id) / BigInt(batchSize)}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, { connectionId, inboxIds: [id] });
    else batch.inboxIds.push(id);
  }
  return [...batches.values()];
}
