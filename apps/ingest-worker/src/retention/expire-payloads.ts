import { dayInMs } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/** Rows that are emptied in one statement. */
const batchSize = 2_000;

export interface ExpireDeps extends Pick<IngestDeps, 'store' | 'now'> {
  /** Days for which raw payloads are kept. */
  readonly payloadDays: number;
}

/**
 * Forgets raw payloads whose time is over, what was answered to requests that may be repeated, events, and jobs that were given up. What was read from
 * payloads stays, and so do their keys, so that none comes twice.
 */
export function createExpirePayloads({ store, now, payloadDays }: ExpireDeps): Handler<'expire-payloads'> {
  return async (_payload, signal) => {
    const before = new Date(now() - payloadDays * dayInMs).toISOString();
    while (!signal.aborted && (await store.inbox.expirePayloads(before, batchSize)) === batchSize);
    while (!signal.aborted && (await store.repeatableRequests.expire(batchSize)) === batchSize);
    while (!signal.aborted && (await store.events.expire(batchSize)) === batchSize);
    while (!signal.aborted && (await store.deadLetters.expire(batchSize)) === batchSize);
  };
}
