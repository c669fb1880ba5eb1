import { writeSync } from 'node:fs';
import { hostname } from 'node:os';
import type { AppError } from '@refrain/domain';
import { type Logger, pino } from 'pino';
import { openLogStream } from './open-log-stream.ts';
import { traceIdOf } from './tracing/continue-traces.ts';

const secrets = ['credential', 'webhookSecret', 'authorization', 'token', 'password', 'cookie'];

/**
 * Creates a logger of JSON lines on standard error. Redacts fields with the names of secrets, at every depth that is
 * logged. A line of a request or job has its `traceId`, which is the same from the provider's request to the last job
 * that it caused.
 */
export function createLogger(name: string, level: string): Logger {
  const redact = secrets.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]);
  const stream = openLogStream(2);
  process.on('exit', stream.flushSync);
  return pino({ name, level, redact, mixin: readTrace }, stream);
}

/** Logs the error that ends the process synchronously, if the log can be written. */
export function logUncaught(name: string, thrown: unknown): void {
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  const about = { level: 60, time: Date.now(), pid: process.pid, hostname: hostname(), name };
  try {
    writeSync(2, `${JSON.stringify({ ...about, stack, msg: 'Ended by an error that nobody foresaw' })}\n`);
  } catch {
    // There is no other place to report it.
  }
}

function readTrace(): object {
  const traceId = traceIdOf();
  return traceId === null ? {} : { traceId };
}

/** Logs an error without its causes except for their stacks, because a provider's error may contain the request. */
export function logError(log: Logger, error: AppError, details: object = {}): void {
  const { code, message, context, cause } = error;
  const stack = code === 'internal' && cause instanceof Error ? cause.stack : undefined;
  log[error.retryable ? 'warn' : 'error']({ ...details, code, context, stack }, message);
}

/**
 * Logs that a newer version has migrated the database. @param newer its migrations beside which this process can run;
 * usually none
 */
export function logNewer(log: Logger, newer: readonly string[]): void {
  if (newer.length === 0) return;
  log.warn(
    { migrations: newer },
    'a newer version has extended the database: replace this process by one of that version',
  );
}
