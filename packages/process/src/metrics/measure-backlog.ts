import { setTimeout as sleep } from 'node:timers/promises';
import { Gauge } from 'prom-client';
import type { Metrics } from './create-metrics.ts';

/** What waits in the queues, as Redis says. */
interface QueueStatus {
  readonly [queue: string]: {
    readonly waiting: number;
    readonly active: number;
    readonly delayed: number;
    readonly failed: number;
    readonly isPaused: boolean;
    readonly oldestSeconds: number;
  };
}

/** What waits for a stage, what was given up, and how the connections stand, as PostgreSQL says. */
interface StoredStatus {
  /** Records that are stored and not yet read. */
  readonly pending: number;
  readonly lag: Readonly<Record<'normalise' | 'group' | 'report', number>>;
  readonly deadLetters: readonly { readonly kind: string; readonly queue: string; readonly count: number }[];
  readonly connections: readonly {
    readonly connectionId: string;
    readonly provider: string;
    readonly isActive: boolean;
    /** ISO 8601; null where no event of its webhook ever came. */
    readonly lastReceivedAt: string | null;
    readonly webhook: string;
    readonly existing: number;
    readonly stored: number;
    readonly unreadable: number;
  }[];
}

interface BacklogSources {
  readonly readQueues: () => Promise<QueueStatus>;
  readonly readStored: () => Promise<StoredStatus>;
}

/** Prometheus gives a scrape up after ten seconds: one that is away by then is told to be, with all other figures. */
const scrapePatienceMs = 4_000;

/**
 * What every process would find alike in PostgreSQL and Redis: asked for once before each scrape, by one role. While one of them is
 * away, or does not answer in time, its figures are left out, as what was true before tells nothing.
 */
export function measureBacklog(
  { registry, beforeScrape }: Metrics,
  sources: BacklogSources,
  timeoutMs = scrapePatienceMs,
): void {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `refrain_${name}`, help, labelNames, registers: [registry] });
  const up = gauge('backend_up', 'Whether PostgreSQL and Redis answer: 1, or 0.', ['backend']);
  const jobs = gauge('queue_jobs', 'Jobs by queue and state, as Redis has them; failed ones are kept for a day.', [
    'queue',
    'state',
  ]);
  const oldest = gauge('queue_oldest_job_age_seconds', 'How long the oldest job that is ready has been due.', [
    'queue',
  ]);
  const paused = gauge('queue_paused', 'Whether an admin paused a queue: 1, or 0.', ['queue']);
  const letters = gauge('dead_letters', 'What was given up and not done since: jobs, records, deliveries.', [
    ...['kind', 'queue'],
  ]);
  const pending = gauge('inbox_pending_records', 'Records that are stored and not yet read.');
  const backlog = gauge('backlog_age_seconds', 'How long the oldest has waited that has not passed a stage.', [
    'stage',
  ]);
  const of = ['connection', 'provider'];
  const active = gauge('connection_up', 'Whether nothing is wrong with a connection: 1, or 0.', of);
  const events = gauge(
    'webhook_up',
    'Whether a provider sends its events: 1, or 0; none where nobody asked for them.',
    of,
  );
  const lastReceived = gauge('webhook_received_timestamp_seconds', 'When the last event of a webhook came.', of);
  const existing = gauge('completeness_existing_records', 'What a provider says exists of the last 30 days.', of);
  const stored = gauge('completeness_stored_records', 'What of that is stored.', of);
  const unreadable = gauge('unreadable_records', 'Records that could not be read.', of);

  function asking<T>(
    backend: string,
    read: () => Promise<T>,
    gauges: readonly { reset(): void }[],
    put: (found: T) => void,
  ) {
    let reading: Promise<T> | null = null;
    return async () => {
      reading ??= read().finally(() => {
        reading = null;
      });
      const found = await Promise.race([reading, sleep(timeoutMs, null, { ref: false })]).catch(() => null);
      // Not before: who asks meanwhile is told what was.
      for (const one of gauges) one.reset();
      if (found !== null) put(found);
      up.set({ backend }, found === null ? 0 : 1);
    };
  }

  function putQueues(queues: QueueStatus): void {
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

  beforeScrape(asking('redis', sources.readQueues, [jobs, oldest, paused], putQueues));
  // Without labels it would be reset to 0.
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
  beforeScrape(asking('postgresql', sources.readStored, ofStore, putStored));
}
