import { setTimeout as wait } from 'node:timers/promises';
import { defaultModelFolder, readModel } from '@refrain/embedding';
import type { Store } from '@refrain/store';
import type { RefrainSystem } from '../system/refrain-system.ts';

const everyMs = 500;
const quietPolls = 3;
/** Polling intervals of a normal installation. With the shorter intervals of a chaos run, the system would never become idle. */
export const slowPollingEnv = {
  REFRAIN_SYNC_SECONDS: '3600',
  REFRAIN_FULL_SYNC_SECONDS: '21600',
  REFRAIN_CONNECTION_CHECK_SECONDS: '3600',
  REFRAIN_COMPLETENESS_CHECK_SECONDS: '86400',
};

export async function slowDownPolling(system: RefrainSystem): Promise<void> {
  await system.kill('ingest-worker');
  await system.start('ingest-worker', { env: slowPollingEnv });
}

/** Waits until nothing is queued and every failure has its sentence vectors, which the clustering compares. */
export async function waitUntilIdle(system: RefrainSystem, store: Store, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  const { digest } = await readModel(defaultModelFolder);
  for (let quiet = 0; quiet < quietPolls; ) {
    const status = await system.ask<{ busy: boolean }>('GET', '/v1/status').catch((thrown: unknown) => thrown);
    const { needed, computed } = await store.failures.countVectors(digest);
    const isBusy = typeof status !== 'object' || status === null || !('busy' in status) || status.busy === true;
    quiet = isBusy || computed < needed ? 0 : quiet + 1;
    if (Date.now() > deadline) {
      throw new Error(
        `Refrain did not become idle in time: ${computed} of ${needed} failures have vectors, and the status is ${JSON.stringify(status)}`,
      );
    }
    await wait(everyMs);
  }
}
