import { createSource } from '@refrain/connectors';
import { type AppError, minuteInMs, secondInMs, toAppError } from '@refrain/domain';
import { createProducer, startWorker } from '@refrain/jobs';
import { createStore } from '@refrain/store';
import { destination, type Logger, pino } from 'pino';
import { loadConfig } from './config.ts';
import type { IngestDeps } from './deps.ts';
import { createDetectReverts } from './detect-reverts.ts';
import { createDetectionLedger } from './detection-ledger.ts';
import { createNormaliseRecords } from './normalise-records.ts';
import { createPullStream } from './pull-stream.ts';
import { createReconcile } from './reconcile.ts';
import { createSyncConnections } from './sync-connections.ts';

const name = 'ingest-worker';
const secrets = ['credential', 'webhookSecret', 'authorization', 'token', 'password'];

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const redact = secrets.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]);
  const log = pino({ name, level: config.logLevel, redact }, destination(2));
  const store = createStore({ ...config, applicationName: `refrain-${name}` });
  const producer = createProducer(config);
  await store.migrate();
  const deps: IngestDeps = { store, producer, openSource: createSource, now: Date.now };
  const ledger = createDetectionLedger();
  const worker = await startWorker({
    redisUrl: config.redisUrl,
    queue: 'ingest',
    concurrency: 8,
    handlers: {
      'pull-stream': createPullStream(deps),
      'normalise-records': createNormaliseRecords(deps),
      'detect-reverts': createDetectReverts(deps, ledger),
      reconcile: createReconcile(deps, ledger),
      'sync-connections': createSyncConnections(deps),
    },
    onError: (error, job) => logError(log, error, job),
  });

  // Asked for again and again: an emptied Redis has lost its schedules too.
  const schedule = () =>
    Promise.all([
      producer.schedule('reconcile', 15 * secondInMs),
      producer.schedule('sync-connections', 5 * minuteInMs),
    ]).catch((thrown) => logError(log, toAppError(thrown), {}));
  await schedule();
  const timer = setInterval(schedule, 5 * secondInMs);

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    clearInterval(timer);
    await worker.close();
    await producer.close();
    await store.close();
    process.exit(0);
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
  process.on('disconnect', stop);
  process.send?.({ ready: true });
  log.info('ready');
}

/** Causes stay out of the log but for their stack: a provider's error may carry the request that led to it. */
function logError(log: Logger, error: AppError, job: object): void {
  const { code, message, context, cause } = error;
  const stack = code === 'internal' && cause instanceof Error ? cause.stack : undefined;
  log[error.retryable ? 'warn' : 'error']({ job, code, context, stack }, message);
}

main().catch((thrown) => {
  process.stderr.write(`${name}: ${toAppError(thrown).message}\n`);
  process.exit(1);
});
