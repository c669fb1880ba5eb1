import { writeSync } from 'node:fs';
import { hostname } from 'node:os';
import type { AppError } from '@refrain/domain';
import { type Logger, pino } from 'pino';
import { openLogStream } from './open-log-stream.ts';
import { traceIdOf } from './tracing/continue-traces.ts';

const secrets = ['credential', 'webhookSecret', 'authorization', 'token', 'password', 'cookie'];

/**
 * JSON lines on standard error; fields that are named like a secret are left out at every depth that we log. A line that belongs to
 * a request or a job has its `traceId`: the same from the request that a provider sent to the last job that it set off.
 */
export function createLogger(name: string, level: string): Logger {
  const redact = secrets.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]);
  const stream = openLogStream(2);
  process.on('exit', stream.flushSync);
  return pino({ name, level, redact, mixin: readTrace }, stream);
}

/** Writes the error that ends a process to its log at once, if the log takes it. */
export function logUncaught(name: string, thrown: unknown): void {
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  const about = { level: 60, time: Date.now(), pid: process.pid, hostname: hostname(), name };
  try {
    writeSync(2, `${JSON.stringify({ ...about, stack, msg: 'Ended by an error that nobody foresaw' })}\n`);
  } catch {
    // Nothing is left to report it to.
  }
}

function readTrace(): object {
  const traceId = traceIdOf();
  return traceId === null ? {} : { traceId };
}

/** Causes stay out of the log but for their stack: a provider's error may carry the request that led to it. */
export function logError(log: Logger, error: AppError, details: object = {}): void {
  const { code, message, context, cause } = error;
  const stack = code === 'internal' && cause instanceof Error ? cause.stack : undefined;
  log[error.retryable ? 'warn' : 'error']({ ...details, code, context, stack }, message);
}

/** @param newer migrations of a newer version, beside which this process goes on: none, as a rule */
export function logNewer(log: Logger, newer: readonly string[]): void {
  if (newer.length === 0) return;
  log.warn(
    { migrations: newer },
    'the database is of a newer version, which only added to it: replace this process by one of that version',
  );
}
