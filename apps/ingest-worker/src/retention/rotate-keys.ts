import { secondInMs } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/** One run holds its slot no longer than this, and then enqueues the next one. */
const sliceMs = 5 * secondInMs;

/** Re-encrypts stored secrets and payloads with the new key, a few at a time, while other jobs run. */
export function createRotateKeys({
  store,
  producer,
  now,
}: Pick<IngestDeps, 'store' | 'producer' | 'now'>): Handler<'rotate-keys'> {
  return async (_payload, signal) => {
    const until = now() + sliceMs;
    while (!signal.aborted && now() < until) if (!(await store.operations.continueKeyRotation())) return;
    await producer.enqueue('rotate-keys', {});
  };
}
