import { secondInMs } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';

/** One run holds its place among the others no longer; the next one goes on. */
const turnMs = 5 * secondInMs;

/** Seals what is stored anew, a few values at a time, while everything else goes on. */
export function createRotateKeys({
  store,
  producer,
  now,
}: Pick<IngestDeps, 'store' | 'producer' | 'now'>): Handler<'rotate-keys'> {
  return async (_payload, signal) => {
    const until = now() + turnMs;
    while (!signal.aborted && now() < until) if (!(await store.encryption.rotateSome())) return;
    await producer.enqueue('rotate-keys', {});
  };
}
