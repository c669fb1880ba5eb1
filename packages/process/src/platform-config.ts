import { isIP } from 'node:net';
import { AppError, parseInput } from '@refrain/domain';
import { z } from 'zod';
import { findKeyProblem, KeyEnvironment, readKeys } from './encryption-keys.ts';

const RedisUrl = z.url({ protocol: /^(?:rediss?|unix)$/u }).refine(canBeDecoded);
const redisUrlForm =
  'must be redis://user:password@host:6379/0 or unix:///path/of/redis.sock, or several redis URLs with commas for a Redis Cluster';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** What every process is told by its environment; an app with more of its own extends it. */
export const PlatformEnvironment = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/u, error: 'must be postgres://user:password@host:5432/database' }),
  REDIS_URL: z
    .string({ error: redisUrlForm })
    .refine((text) => text.split(',').every((url) => RedisUrl.safeParse(url.trim()).success), redisUrlForm),
  REDIS_PREFIX: z
    .string()
    .default('')
    .transform((text) => text.trim() || 'refrain')
    .pipe(z.string().regex(/^[\w-]{1,50}$/u, 'must be 1 to 50 letters, digits, _ or -')),
  ...KeyEnvironment,
  REFRAIN_METRICS_HOST: z.string().default('127.0.0.1'),
  REFRAIN_METRICS_PORT: z
    .string()
    .optional()
    .transform((text) => (text === undefined || text.trim() === '' ? null : Number(text)))
    .pipe(z.number('must be a port, from 0 to 65535').int().min(0).max(65_535).nullable()),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.string().optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: z.string().optional(),
  OTEL_SDK_DISABLED: z.string().optional(),
  REFRAIN_PRIVATE_NETWORKS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()])))
    .refine((networks) => networks.every(isNetwork), 'must be networks, as 10.20.0.0/16, addresses, or loopback'),
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .literal('1', {
      error:
        'lets anybody pose as a provider. Remove it, and name the file of your certificate authority in NODE_EXTRA_CA_CERTS',
    })
    .optional(),
  LOG_LEVEL: z
    .string()
    .default('')
    .transform((text) => text.trim() || 'info')
    .pipe(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`)),
});

/** Whether each `%` begins an encoded character: a password with a `%` of its own has to be encoded. */
function canBeDecoded(url: string): boolean {
  try {
    decodeURIComponent(url);
    return true;
  } catch {
    return false;
  }
}

function isNetwork(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  if (text === 'loopback') return true;
  const family = isIP(address);
  const bits = Number(prefix ?? 0);
  return family !== 0 && rest.length === 0 && /^\d{1,3}$/u.test(prefix ?? '0') && bits <= (family === 6 ? 128 : 32);
}

/**
 * Where people and providers reach Refrain, without a slash at its end; null where it is unset or empty, as a compose file
 * or a chart leaves it. It is the root of a host: the page and its cookie are served there.
 */
export const PublicUrl = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? null : text.trim()))
  .pipe(z.url({ protocol: /^https?$/u, error: 'must be an http(s) URL' }).nullable())
  .refine(isRoot, 'must name a host and nothing below it, as https://refrain.acme.example')
  .transform((url) => (url === null || !URL.canParse(url) ? null : new URL(url).origin));

function isRoot(url: string | null): boolean {
  // What is no address at all has been refused before.
  if (url === null || !URL.canParse(url)) return true;
  const { pathname, search, hash, username, password } = new URL(url);
  return /^\/+$/u.test(pathname) && [search, hash, username, password].every((part) => part === '');
}

export interface PlatformConfig {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Before every key in Redis, so that several installations can share one. */
  readonly prefix: string;
  /** 32 bytes. */
  readonly encryptionKey: Buffer;
  /** Keys of 32 bytes that only open what is sealed. */
  readonly otherEncryptionKeys: readonly Buffer[];
  readonly logLevel: string;
  /** Where figures and readiness are told: on a port of their own, 0 is any free one; null where nobody asks. */
  readonly operations: { readonly host: string; readonly port: number } | null;
  /** Whether traces are sent to a collector, which the standard `OTEL_…` variables name. */
  readonly sendsTraces: boolean;
  /** What is not as it should be, and works all the same: for the log. */
  readonly warnings: readonly string[];
  /** Networks that are not public and may be connected to all the same. */
  readonly privateNetworks: readonly string[];
}

/** As a process sees it: `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * @param schema has `KeyEnvironment` in it, as every process needs the key
 * @throws {AppError} `misconfigured` with all problems at once; no value is repeated in it
 */
export function readEnvironment<T extends z.ZodType>(schema: T, environment: Environment): z.output<T> {
  const keyProblem = findKeyProblem(environment);
  const checked = schema.refine(() => keyProblem === null, { error: keyProblem ?? '', when: () => true });
  try {
    return parseInput(checked, environment, 'the settings from the environment');
  } catch (error) {
    throw new AppError('misconfigured', error instanceof Error ? error.message : String(error));
  }
}

/** @throws {AppError} `misconfigured` where the file of the keys cannot be read */
export function toPlatformConfig(read: z.output<typeof PlatformEnvironment>): PlatformConfig {
  return {
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    prefix: read.REDIS_PREFIX,
    ...readKeys(read),
    logLevel: read.LOG_LEVEL,
    operations:
      read.REFRAIN_METRICS_PORT === null ? null : { host: read.REFRAIN_METRICS_HOST, port: read.REFRAIN_METRICS_PORT },
    sendsTraces: namesCollector(read),
    privateNetworks: read.REFRAIN_PRIVATE_NETWORKS,
  };
}

function namesCollector(read: z.output<typeof PlatformEnvironment>): boolean {
  if (read.OTEL_SDK_DISABLED === 'true') return false;
  return Boolean(read.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || read.OTEL_EXPORTER_OTLP_ENDPOINT);
}
