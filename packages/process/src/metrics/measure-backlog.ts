import { setTimeout as sleep } from 'node:timers/promises';
import type { BacklogResponse } from '@refrain/domain';
import { Gauge } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

type StoredStatus = Pick<BacklogResponse, 'pending' | 'lag' | 'deadLetters' | 'connections'>;

interface BacklogSources {
  readonly readQueues: () => Promise<BacklogResponse['queues']>;
  readonly readStored: () => Promise<StoredStatus>;
}

/** A backend that takes longer than this is reported as down, because Prometheus aborts a scrape after 10 seconds. */
const scrapePatienceMs = 4_000;

/**
 * Measures the shared state in PostgreSQL and Redis before each scrape. Only the API measures it, for all processes.
 * Omits the metrics of a backend that is down or too slow, because old values would be wrong.
 */
export function measureBacklog(
  { registry, beforeScrape }: Metrics,
  sources: BacklogSources,
  timeoutMs = scrapePatienceMs,
): void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `refrain_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('backend_up', '1 if PostgreSQL or Redis responds, otherwise 0.', ['backend']);
  const jobs = gauge('queue_jobs', 'Jobs in Redis by queue and state; failed ones are kept for a day.', [
    'queue',
    'state',
  ]);
  const oldest = gauge('queue_oldest_job_age_seconds', 'How long the oldest ready job has been due.', ['queue']);
  const paused = gauge('queue_paused', '1 if an admin paused the queue, otherwise 0.', ['queue']);
  const letters = gauge('dead_letters', 'Unresolved dead letters: jobs, records, deliveries.', [...['kind', 'queue']]);
  const pending = gauge('inbox_pending_records', 'Records that are stored but not yet parsed.');
  const backlog = gauge('backlog_age_seconds', 'The age of the oldest item that has not passed a stage.', ['stage']);
  const of = ['connection', 'provider'];
  const active = gauge('connection_up', '1 if a connection has no problem, otherwise 0.', of);
  const events = gauge(
    'webhook_up',
    '1 if a provider sends its events, otherwise 0; absent if nobody requested them.',
    of,
  );
  const lastReceived = gauge('webhook_received_timestamp_seconds', 'When the last event of a webhook arrived.', of);
  const existing = gauge('completeness_existing_records', 'Records of the last 30 days that a provider has.', of);
  const stored = gauge('completeness_stored_records', 'Records of the last 30 days that are stored.', of);
  const unreadable = gauge('unreadable_records', 'Records that could not be parsed.', of);

  function collectFrom<T>(
    backend: string,
    read: () => Promise<T>,
    gauges: readonly { reset(): void }[],
    put: (found: T) => void,
  ) {
    let collection: Promise<T> | null = null;
    return async () => {
      collection ??= read().finally(() => {
        collection = null;
      });
      const found = await Promise.race([collection, sleep(timeoutMs, null, { ref: false })]).catch(() => null);
      // The gauges are reset only after the backend responded, so that a concurrent scrape gets the previous values.
      for (const one of gauges) one.reset();
      if (found !== null) put(found);
      up.set({ backend }, found === null ? 0 : 1);
    };
  }

  function putQueues(queues: BacklogResponse['queues']): void {
    for (const [queue, { oldestSeconds, isPaused, ...states }] of Object.entries(queues)) {
      for (const [state, count] of Object.entries(states)) jobs.set({ queue, state }, count);
      oldest.set({ queue }, oldestSeconds);
      paused.set({ queue }, isPaused ? 1 : 0);
    }
  }

  function putStored(found: StoredStatus): void {
    pending.set(found.pending);
    for (const [stage, seconds] of Object.entries(found.lag)) backlog.set({ stage }, seconds);
    for (const { kind, queue, count } of found.deadLetters) letters.set({ kind, queue }, count);
    for (const {
      connectionId: connection,
      provider,
      isActive,
      lastReceivedAt,
      webhook,
      ...counts
    } of found.connections) {
      const labels = { connection, provider };
      active.set(labels, isActive ? 1 : 0);
      if (webhook !== 'none') events.set(labels, webhook === 'active' ? 1 : 0);
      if (lastReceivedAt !== null) lastReceived.set(labels, Date.parse(lastReceivedAt) / 1_000);
      existing.set(labels, counts.existing);
      stored.set(labels, counts.stored);
      unreadable.set(labels, counts.unreadable);
    }
  }

  beforeScrape(collectFrom('redis', sources.readQueues, [jobs, oldest, paused], putQueues));
  // Removes the values of this gauge, because `reset` would set a metric without labels to 0.
  const ofStore = [
    { reset: () => pending.remove() },
    backlog,
    letters,
    active,
    events,
    lastReceived,
    existing,
    stored,
    unreadable,
  ];
  beforeScrape(collectFrom('postgresql', sources.readStored, ofStore, putStored));
}
