import { dayInMs } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/** Maximum of rows that one SQL statement deletes. */
const batchSize = 2_000;

export interface ExpirePayloadsDeps extends Pick<IngestDeps, 'store' | 'now'> {
  /** Days for which raw payloads are stored. */
  readonly payloadDays: number;
}

/**
 * Creates the job that deletes expired payloads, responses to idempotent requests, events and dead letters. The failures and
 * changes parsed from a payload stay, and so does its delivery key, so that a redelivery is recognised.
 */
export function createExpirePayloadsHandler({
  store,
  now,
  payloadDays,
}: ExpirePayloadsDeps): JobHandler<'expire-payloads'> {
  return async (_payload, signal) => {
    const before = new Date(now() - payloadDays * dayInMs).toISOString();
    while (!signal.aborted && (await store.inbox.expirePayloads(before, batchSize)) === batchSize);
    while (!signal.aborted && (await store.access.expireRequests(batchSize)) === batchSize);
    while (!signal.aborted && (await store.events.expire(batchSize)) === batchSize);
    while (!signal.aborted && (await store.operations.expireDeadLetters(batchSize)) === batchSize);
  };
}
