import { createStore } from '@refrain/store';
import { openRawDatabaseClient } from '@refrain/store/testing';
import { type PostgresAndRedis, startPostgresAndRedis } from '@refrain/year/simulation';
import { createApiClient } from './api-client.ts';
import { type EmulatorServer, measureReadDuration, startEmulatorServer } from './emulator-server.ts';
import { measureInsertLowerBound } from './measure-insert-lower-bound.ts';
import { benchEncryptionKey, startProcess, type Usage } from './start-process.ts';
import { connectProvider, waitForIngest } from './wait-for-ingest.ts';

interface IngestLoad {
  readonly failures: number;
  readonly profile: string | null;
}

/**
 * Connects an organisation with `failures` failures, ingests everything with the built API and ingest worker, and compares the stored
 * records with the emulated ones. The floor, a lower bound of the ingestion time, is the time that a plain insert of the same rows takes in
 * the same run.
 */
export async function benchIngest({ failures, profile }: IngestLoad): Promise<object> {
  const backends = await startPostgresAndRedis(process.env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey: benchEncryptionKey });
  const emulators = await startEmulatorServer(failures);
  const api = await startProcess('api', backends);
  const worker = await startProcess('ingest-worker', backends, { profileFolder: profile });
  try {
    const ask = await createApiClient(api.url, store);
    process.stderr.write(`Ingesting ${failures} failures and the records around them …\n`);
    const idle = { worker: worker.usage(), emulators: emulators.usage() };
    const connections = [
      await connectProvider(ask, emulators, 'github'),
      await connectProvider(ask, emulators, 'pagerduty'),
    ];
    const { seconds, secondsToNewest, records } = await waitForIngest(ask, connections);
    const used = { worker: worker.usage(), emulators: emulators.usage(), api: api.usage() };
    await worker.stop();
    const { size, requests } = await emulators.ask('counts');
    const comparison = await compare(backends, emulators);
    process.stderr.write('Inserting the same rows with plain SQL …\n');
    const floor = await measureInsertLowerBound(backends.databaseUrl);
    process.stderr.write('Reading the providers without storing anything …\n');
    const draining = await measureReadDuration(emulators);
    const rate = (count: number): number => Math.round(count / seconds);
    return {
      bench: 'ingest',
      seconds: round(seconds),
      secondsToNewest: round(secondsToNewest),
      records,
      rows: floor.rows,
      failures,
      failuresPerSecond: rate(failures),
      rowsPerSecond: rate(floor.rows),
      floorRowsPerSecond: Math.round(floor.rows / floor.seconds),
      ratio: round(floor.seconds / seconds),
      // The floor includes no requests to the providers, so the duration of these requests is subtracted from the ingestion time.
      secondsOfProviders: round(draining.seconds),
      ratioBesideProviders: round(floor.seconds / (seconds - draining.seconds)),
      ...comparison,
      requests,
      requestsPer1000Pulls: Math.round((requests.github / size.pulls) * 1_000),
      requestsPer1000Incidents: Math.round((requests.pagerduty / size.incidents) * 1_000),
      peakMb: used.worker?.peakMb ?? null,
      cpuSeconds: {
        worker: spent(used.worker, idle.worker),
        draining: draining.cpuSeconds,
        floor: round(floor.cpuSeconds),
        emulators: spent(used.emulators, idle.emulators),
        api: used.api?.cpuSeconds ?? null,
      },
      goal: { ratio: 0.4, lost: 0, twice: 0 },
    };
  } finally {
    await worker.stop();
    await api.stop();
    await emulators.stop();
    await store.close();
    await backends.stop();
  }
}

interface StoredComparison {
  readonly existing: number;
  readonly stored: number;
  /** Records that exist at the providers and are not stored. */
  readonly lost: number;
  readonly twice: number;
  readonly invented: number;
}

async function compare({ databaseUrl }: PostgresAndRedis, emulators: EmulatorServer): Promise<StoredComparison> {
  const { existing } = await emulators.ask('existing');
  const wanted = new Set([...(existing?.failures ?? []), ...(existing?.changes ?? [])]);
  const client = await openRawDatabaseClient(databaseUrl);
  try {
    const rows = await client.query(
      `select kind || '/' || external_id as key from failure union all select kind || '/' || external_id from change`,
    );
    const stored = new Set(rows.map(({ key }) => String(key)));
    const missing = [...wanted].filter((key) => !stored.has(key));
    const invented = [...stored].filter((key) => !wanted.has(key));
    return {
      existing: wanted.size,
      stored: rows.length,
      lost: missing.length,
      twice: rows.length - stored.size,
      invented: invented.length,
    };
  } finally {
    await client.end();
  }
}

function spent(used: Usage | null, before: Usage | null): number | null {
  return used === null || before === null ? null : round(used.cpuSeconds - before.cpuSeconds);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
