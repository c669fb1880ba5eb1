import type { JobPayload } from '@refrain/jobs';

/** Payloads of pull requests take up to 100 kB each, so a batch stays within some tens of MB. */
const batchSize = 200;

/**
 * Groups stored rows into batches per connection, for the job that parses them. A batch holds the rows of one range of ids,
 * so that the same rows always make the same batches, and the queue drops the ones that it already has.
 */
export function batchRecords(
  rows: readonly { readonly id: string; readonly connectionId: string }[],
): JobPayload<'normalise-records'>[] {
  const batches = new Map<string, { connectionId: string; inboxIds: string[] }>();
  for (const { id, connectionId } of rows) {
    const key = `${connectionId}/${BigInt(id) / BigInt(batchSize)}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, { connectionId, inboxIds: [id] });
    else batch.inboxIds.push(id);
  }
  return [...batches.values()];
}
