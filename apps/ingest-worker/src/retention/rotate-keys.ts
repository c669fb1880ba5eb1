import type { JobHandler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';
import { maxErasureRunMs } from './erase.ts';

/** Creates the job that re-encrypts stored secrets and payloads with the new key, a few at a time. */
export function createRotateKeysHandler({ store, producer, now }: IngestDeps): JobHandler<'rotate-keys'> {
  return async (_payload, signal) => {
    const until = now() + maxErasureRunMs;
    while (!signal.aborted && now() < until) if (!(await store.operations.continueKeyRotation())) return;
    await producer.enqueue('rotate-keys', {});
  };
}
