import { setTimeout as wait } from 'node:timers/promises';
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

export async function waitUntilIdle(system: RefrainSystem, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (let quiet = 0; quiet < quietPolls; ) {
    const status = await system.ask<{ busy: boolean }>('GET', '/v1/status').catch((thrown: unknown) => thrown);
    const isQuiet = typeof status === 'object' && status !== null && 'busy' in status && !status.busy;
    quiet = isQuiet ? quiet + 1 : 0;
    if (Date.now() > deadline) throw new Error(`Refrain did not become idle in time: ${JSON.stringify(status)}`);
    await wait(everyMs);
  }
}
