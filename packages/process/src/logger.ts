import type { AppError } from '@refrain/domain';
import { destination, type Logger, pino } from 'pino';

const secrets = ['credential', 'webhookSecret', 'authorization', 'token', 'password', 'cookie'];

/** JSON lines on standard error; fields that are named like a secret are left out at every depth that we log. */
export function createLogger(name: string, level: string): Logger {
  const redact = secrets.flatMap((secret) => [secret, `*.${secret}`, `*.*.${secret}`]);
  return pino({ name, level, redact }, destination(2));
}

/** Causes stay out of the log but for their stack: a provider's error may carry the request that led to it. */
export function logError(log: Logger, error: AppError, details: object = {}): void {
  const { code, message, context, cause } = error;
  const stack = code === 'internal' && cause instanceof Error ? cause.stack : undefined;
  log[error.retryable ? 'warn' : 'error']({ ...details, code, context, stack }, message);
}
