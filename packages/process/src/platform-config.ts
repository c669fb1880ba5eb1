import { AppError, parseInput } from '@refrain/domain';
import { z } from 'zod';

/** What every process is told by its environment; an app with more of its own extends it. */
export const PlatformEnvironment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u, error: 'must be postgres://user:password@host:5432/database' }),
  REDIS_URL: z.url({ protocol: /^rediss?$/u, error: 'must be redis://user:password@host:6379/0' }),
  REDIS_PREFIX: z
    .string()
    .regex(/^[\w-]{1,50}$/u, 'must be 1 to 50 letters, digits, _ or -')
    .default('refrain'),
  REFRAIN_ENCRYPTION_KEY: z
    .string({ error: 'is missing: 64 hexadecimal digits, the same for all processes (openssl rand -hex 32)' })
    .regex(/^[\da-f]{64}$/iu, 'must be 64 hexadecimal digits, the same for all processes (openssl rand -hex 32)'),
  REFRAIN_METRICS_HOST: z.string().default('127.0.0.1'),
  REFRAIN_METRICS_PORT: z
    .string()
    .optional()
    .transform((text) => (text === undefined || text.trim() === '' ? null : Number(text)))
    .pipe(z.number('must be a port, from 0 to 65535').int().min(0).max(65_535).nullable()),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.string().optional(),
  OTEL_SDK_DISABLED: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/**
 * Where people and providers reach Refrain, without a slash at its end; null where it is unset or empty, as a compose file
 * or a chart leaves it.
 */
export const PublicUrl = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? null : text.trim()))
  .pipe(z.url({ protocol: /^https?$/u, error: 'must be an http(s) URL' }).nullable())
  .transform((url) => url?.replace(/\/+$/u, '') ?? null);

export interface PlatformConfig {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Before every key in Redis, so that several installations can share one. */
  readonly prefix: string;
  /** 32 bytes. */
  readonly encryptionKey: Buffer;
  readonly logLevel: string;
  /** Where figures and readiness are told: on a port of their own, 0 is any free one; null where nobody asks. */
  readonly operations: { readonly host: string; readonly port: number } | null;
  /** Whether traces are sent to a collector, which the standard `OTEL_…` variables name. */
  readonly sendsTraces: boolean;
}

/** As a process sees it: `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws {AppError} `misconfigured` with all problems at once; no value is repeated in it */
export function readEnvironment<T extends z.ZodType>(schema: T, environment: Environment): z.output<T> {
  try {
    return parseInput(schema, environment, 'the settings from the environment');
  } catch (error) {
    throw new AppError('misconfigured', error instanceof Error ? error.message : String(error));
  }
}

export function toPlatformConfig(read: z.output<typeof PlatformEnvironment>): PlatformConfig {
  return {
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    prefix: read.REDIS_PREFIX,
    encryptionKey: Buffer.from(read.REFRAIN_ENCRYPTION_KEY, 'hex'),
    logLevel: read.LOG_LEVEL,
    operations:
      read.REFRAIN_METRICS_PORT === null ? null : { host: read.REFRAIN_METRICS_HOST, port: read.REFRAIN_METRICS_PORT },
    sendsTraces: namesCollector(read),
  };
}

function namesCollector(read: z.output<typeof PlatformEnvironment>): boolean {
  if (read.OTEL_SDK_DISABLED === 'true') return false;
  return Boolean(read.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || read.OTEL_EXPORTER_OTLP_ENDPOINT);
}

/** @throws {AppError} `misconfigured` */
export function loadPlatformConfig(environment: Environment): PlatformConfig {
  return toPlatformConfig(readEnvironment(PlatformEnvironment, environment));
}
