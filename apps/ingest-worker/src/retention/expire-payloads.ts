import { dayInMs } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { IngestConfig } from '../config.ts';
import type { IngestDeps } from '../worker/deps.ts';

/** Maximum of rows that one SQL statement deletes. */
const batchSize = 2_000;

/**
 * Creates the job that deletes expired payloads, responses to idempotent requests, events and dead letters. The delivery key of a
 * payload stays, so that a redelivery is recognised.
 */
export function createExpirePayloadsHandler({
  store,
  now,
  payloadDays,
}: IngestDeps & Pick<IngestConfig, 'payloadDays'>): JobHandler<'expire-payloads'> {
  return async (_payload, signal) => {
    const before = new Date(now() - payloadDays * dayInMs).toISOString();
    while (!signal.aborted && (await store.inbox.expirePayloads(before, batchSize)) === batchSize);
    while (!signal.aborted && (await store.access.expireRequests(batchSize)) === batchSize);
    while (!signal.aborted && (await store.events.expire(batchSize)) === batchSize);
    while (!signal.aborted && (await store.operations.expireDeadLetters(batchSize)) === batchSize);
  };
}
