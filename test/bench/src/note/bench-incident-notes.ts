import { setTimeout as wait } from 'node:timers/promises';
import type { SearchResponse, StatusResponse } from '@refrain/domain';
import type { Ask } from '@refrain/e2e/processes';
import { createProducer } from '@refrain/jobs';
import { createStore } from '@refrain/store';
import { type PostgresAndRedis, startPostgresAndRedis } from '@refrain/year/simulation';
import { createApiClient } from '../api-client.ts';
import { emulatorToken } from '../emulator-server.ts';
import { benchEncryptionKey, benchRedisPrefix, type StartedProcess, startProcess } from '../start-process.ts';
import { fillQueues } from './fill-queues.ts';
import { measureIncidentNotes } from './measure-incident-notes.ts';
import { type HistoricalIncident, type OrganisationServer, startOrganisationServer } from './organisation-server.ts';

/** Minimum confidence of a match with a pattern. A search alone also returns matches too weak for a note (ADR 29). */
const minConfidence = 0.9;

export interface IncidentNoteBenchOptions {
  readonly backlog: number;
  readonly incidents: number;
  readonly rate: number;
  readonly failures: number;
}

const seed = 201;
const workers = ['ingest-worker', 'analysis-worker', 'improvement-worker'] as const;

/**
 * Opens PagerDuty incidents that resemble earlier ones, and measures the time from sending the webhook until the note is written. Measures
 * first without other work, as the lower bound, and then while all workers process a backlog.
 */
export async function benchIncidentNotes(
  { backlog, incidents, rate, failures }: IncidentNoteBenchOptions,
  env = process.env,
): Promise<object> {
  const backends = await startPostgresAndRedis(env);
  const store = createStore({ databaseUrl: backends.databaseUrl, encryptionKey: benchEncryptionKey });
  const producer = createProducer({ redisUrl: backends.redisUrl, prefix: benchRedisPrefix });
  const organisation = await startOrganisationServer(seed, failures);
  const api = await startProcess('api', backends);
  let running: StartedProcess[] = [];
  try {
    const ask = await createApiClient(api.url, store);
    running = await startWorkers(backends, api.url);
    process.stderr.write(`Ingesting an organisation with ${failures} failures …\n`);
    const connections = await waitForIngest(ask, organisation);
    const { sender } = await organisation.readState();
    await ask('PUT', '/v1/policy', { notesFor: ['*'], notesFrom: sender });
    const { earlier } = await organisation.readHistory();
    const known = await findIncidentsMatchingPatterns(earlier, (text) =>
      ask<SearchResponse>('POST', '/v1/search', { text }),
    );
    if (known.length === 0)
      throw new Error('No incident matches a pattern with high confidence. Choose another seed or more failures.');
    process.stderr.write(
      `${known.length} incidents match a pattern with high confidence; starting without a backlog …\n`,
    );
    const load = { organisation, producer, incidents, rate };
    // Use other incidents in the second measurement, because the first one has changed how its incidents match.
    const every = (first: number) => known.filter((_, at) => at % 2 === first);
    const floor = await measureIncidentNotes({ ...load, known: every(0) });
    await untilIdle(ask);
    for (const worker of running) await worker.stop();
    await fillQueues({ store, producer, connections, jobs: backlog });
    running = await startWorkers(backends, api.url);
    const { before, left, ...times } = await measureIncidentNotes({ ...load, known: every(1) });
    return { bench: 'note', backlog: before, left, ...times, known: known.length, floor, goal: { p99: 10 } };
  } finally {
    for (const worker of running) await worker.stop();
    await api.stop();
    await organisation.stop();
    await producer.close();
    await store.close();
    await backends.stop();
  }
}

function startWorkers(backends: PostgresAndRedis, publicUrl: string): Promise<StartedProcess[]> {
  const env = { REFRAIN_PUBLIC_URL: publicUrl };
  return Promise.all(workers.map((name) => startProcess(name, backends, { env })));
}

async function waitForIngest(ask: Ask, organisation: OrganisationServer) {
  const { urls, ...names } = await organisation.readState();
  const connections: { provider: 'github' | 'pagerduty'; id: string }[] = [];
  for (const provider of ['github', 'pagerduty'] as const) {
    const account = provider === 'github' ? names.organisation : names.subdomain;
    const credentials = { provider, account, baseUrl: urls[provider], credential: emulatorToken };
    const { connection } = await ask<{ connection: { id: string } }>('POST', '/v1/connections', credentials);
    await ask('POST', `/v1/connections/${connection.id}/backfill`, {});
    connections.push({ provider, id: connection.id });
  }
  await untilIdle(ask);
  return connections;
}

const pollEveryMs = 250;
const idlePolls = 8;

async function untilIdle(ask: Ask): Promise<void> {
  for (let quiet = 0; quiet < idlePolls; ) {
    const { busy } = await ask<StatusResponse>('GET', '/v1/status');
    quiet = busy ? 0 : quiet + 1;
    await wait(pollEveryMs);
  }
}

/**
 * Returns the ids of earlier incidents whose text matched a pattern when they were opened, sorted by descending confidence. Refrain
 * should write a note on a new incident with the same text.
 */
async function findIncidentsMatchingPatterns(
  earlier: readonly HistoricalIncident[],
  search: (text: string) => Promise<SearchResponse>,
): Promise<string[]> {
  const known: { readonly id: string; readonly confidence: number }[] = [];
  for (const { id, title, details } of earlier) {
    const { pattern } = await search([title, ...Object.values(details)].join('\n'));
    if (pattern !== null && pattern.confidence >= minConfidence) known.push({ id, confidence: pattern.confidence });
  }
  return known.sort((one, other) => other.confidence - one.confidence).map(({ id }) => id);
}
