import { type AppError, toAppError } from '@refrain/domain';
import { createProducer, startWorker } from '@refrain/jobs';
import { createStore } from '@refrain/store';
import { destination, type Logger, pino } from 'pino';
import { Piscina } from 'piscina';
import { loadConfig } from './config.ts';
import { createRecluster } from './recluster.ts';
import { createWriteReports } from './write-reports.ts';

const name = 'analysis-worker';
const secrets = ['credential', 'webhookSecret', 'authorization', 'token', 'password'];

async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const redact = secrets.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]);
  const log = pino({ name, level: config.logLevel, redact }, destination(2));
  const store = createStore({ ...config, applicationName: `refrain-${name}` });
  const producer = createProducer(config);
  await store.migrate();
  const pool = new Piscina({
    filename: new URL('./pipeline-thread.js', import.meta.url).href,
    name: 'runPipeline',
    maxThreads: 1,
  });
  const worker = await startWorker({
    redisUrl: config.redisUrl,
    queue: 'analysis',
    concurrency: 2,
    handlers: {
      recluster: createRecluster({ store, producer, runPipeline: (input, signal) => pool.run(input, { signal }) }),
      'write-reports': createWriteReports({ store, producer }),
    },
    onError: (error, job) => logError(log, error, job),
  });

  let stopping = false;
  async function stop(): Promise<void> {
    if (stopping) return;
    stopping = true;
    await worker.close();
    await pool.destroy();
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
