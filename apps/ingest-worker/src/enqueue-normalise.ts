import type { Producer } from '@refrain/jobs';
import { batchesOf } from './batches.ts';

/** Payloads of pull requests weigh up to some 100 kB each: a batch stays within some tens of MB. */
const batchSize = 200;

/** Asks for the reading of stored payloads, in batches per connection. */
export async function enqueueNormalise(
  producer: Producer,
  rows: readonly { readonly id: string; readonly connectionId: string }[],
): Promise<void> {
  const idsOf = new Map<string, string[]>();
  for (const { id, connectionId } of rows) {
    const ids = idsOf.get(connectionId);
    if (ids === undefined) idsOf.set(connectionId, [id]);
    else ids.push(id);
  }
  const payloads = [...idsOf].flatMap(([connectionId, ids]) =>
    batchesOf(ids, batchSize).map((inboxIds) => ({ connectionId, inboxIds })),
  );
  await producer.enqueueMany('normalise-records', payloads);
}
