import type { Producer } from '@refrain/jobs';

/** Payloads of pull requests weigh up to some 100 kB each: a batch stays within some tens of MB. */
const batchSize = 200;

/**
 * Asks for the reading of stored payloads, in batches per connection. A batch holds the rows of one range of ids, so that
 * the same rows asked for again make the same batches, which the queue then knows, however many went before them.
 */
export async function enqueueNormalise(
  producer: Producer,
  rows: readonly { readonly id: string; readonly connectionId: string }[],
): Promise<void> {
  const batches = new Map<string, { connectionId: string; inboxIds: string[] }>();
  for (const { id, connectionId } of rows) {
    const key = `${connectionId}/${BigInt(id) / BigInt(batchSize)}`;
    const batch = batches.get(key);
    if (batch === undefined) batches.set(key, { connectionId, inboxIds: [id] });
    else batch.inboxIds.push(id);
  }
  await producer.enqueueMany('normalise-records', [...batches.values()]);
}
