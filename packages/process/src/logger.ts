import { writeSync } from 'node:fs';
import { hostname } from 'node:os';
import type { AppError } from '@refrain/domain';
import { type Logger, pino } from 'pino';
import { openLogStream } from './open-log-stream.ts';
import { findTraceId } from './tracing/run-within-traces.ts';

const secrets = ['credential', 'webhookSecret', 'authorization', 'token', 'password', 'cookie'];

/**
 * Creates a logger of JSON lines on standard error, which redacts fields with the names of secrets. A line of a request
 * or job has a `traceId`, which is the same from the provider's request to the last job that the request caused.
 */
export function createLogger(name: string, level: string): Logger {
  const redact = secrets.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]);
  const stream = openLogStream(2);
  process.on('exit', stream.flushSync);
  return pino({ name, level, redact, mixin: readTrace }, stream);
}

/** Logs synchronously the error that ends the process. */
export function logUncaughtError(name: string, thrown: unknown): void {
  const stack = thrown instanceof Error ? thrown.stack : undefined;
  const about = { level: 60, time: Date.now(), pid: process.pid, hostname: hostname(), name };
  try {
    writeSync(2, `${JSON.stringify({ ...about, stack, msg: 'The process ended because of an unexpected error' })}\n`);
  } catch {
    // If the log cannot be written, there is no other place to report the error.
  }
}

function readTrace(): object {
  const traceId = findTraceId();
  return traceId === null ? {} : { traceId };
}

/**
 * Logs an error without its causes, which may contain a provider's request. For an internal error, also logs the stack.
 */
export function logError(log: Logger, error: AppError, details: object = {}): void {
  const { code, message, context, cause } = error;
  const stack = code === 'internal' && cause instanceof Error ? cause.stack : undefined;
  log[error.retryable ? 'warn' : 'error']({ ...details, code, context, stack }, message);
}

/** Logs that a newer version of Refrain has migrated the database. @param newer the migrations of that version */
export function logNewerMigrations(log: Logger, newer: readonly string[]): void {
  if (newer.length === 0) return;
  log.warn(
    { migrations: newer },
    'A newer version has extended the database. Replace this process with one of that version',
  );
}
