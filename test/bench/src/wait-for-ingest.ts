import { setTimeout as wait } from 'node:timers/promises';
import type { BackfillProgress, StatusResponse } from '@refrain/domain';
import type { Ask } from '@refrain/e2e/processes';
import { type EmulatorServer, emulatorToken } from './emulator-server.ts';

export async function connectProvider(
  ask: Ask,
  emulators: EmulatorServer,
  provider: 'github' | 'pagerduty',
): Promise<string> {
  const { urls } = await emulators.ask('counts');
  const account = { provider, account: 'acme', baseUrl: urls[provider], credential: emulatorToken };
  return (await ask<{ connection: { id: string } }>('POST', '/v1/connections', account)).connection.id;
}

export const ingestPollIntervalMs = 500;

export interface IngestResult {
  readonly seconds: number;
  /**
   * Seconds until every stream has ingested its first page, which has the newest records. The first pattern reports are made from these
   * records.
   */
  readonly secondsToNewest: number;
  readonly records: number;
}

export async function waitForIngest(ask: Ask, connections: readonly string[]): Promise<IngestResult> {
  const started = performance.now();
  let secondsToNewest: number | null = null;
  for (const id of connections) await ask('POST', `/v1/connections/${id}/backfill`, {});
  for (;;) {
    const progress = await Promise.all(
      connections.map((id) => ask<BackfillProgress>('GET', `/v1/connections/${id}/progress`)),
    );
    const records = progress.reduce((sum, one) => sum + one.records, 0);
    const seconds = (performance.now() - started) / 1_000;
    process.stderr.write(`\r${records} records in ${Math.round(seconds)} s `);
    const streams = progress.flatMap((one) => one.streams);
    if (streams.every(({ state }) => state !== 'waiting')) secondsToNewest ??= seconds;
    const failed = streams.find(({ state }) => state === 'failed');
    if (failed !== undefined) throw new Error(`The backfill of the stream ${failed.stream} failed: ${failed.problem}`);
    if (progress.every(({ state, pending }) => state === 'done' && pending === 0) && (await isIdle(ask))) {
      process.stderr.write('\n');
      return { seconds, secondsToNewest: secondsToNewest ?? seconds, records };
    }
    await wait(ingestPollIntervalMs);
  }
}

async function isIdle(ask: Ask): Promise<boolean> {
  const { queues } = await ask<StatusResponse>('GET', '/v1/status');
  const { waiting = 0, active = 0, delayed = 0 } = queues.ingest ?? {};
  return waiting + active + delayed === 0;
}
