import { isIP } from 'node:net';
import { AppError, parseInput } from '@refrain/domain';
import { z } from 'zod';
import {
  type EncryptionKeys,
  EncryptionKeyVariables,
  findEncryptionKeyProblem,
  readEncryptionKeys,
} from './encryption-keys.ts';

const RedisUrl = z.url({ protocol: /^(?:rediss?|unix)$/u }).refine(canBeDecoded);
const redisUrlForm =
  'must be redis://user:password@host:6379/0 or unix:///path/of/redis.sock, or several redis URLs separated by commas for a Redis Cluster';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

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
  ...EncryptionKeyVariables,
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
    .refine((networks) => networks.every(isNetwork), 'must be networks such as 10.20.0.0/16, addresses, or loopback'),
  REFRAIN_EMBEDDING_MODEL: z
    .string()
    .default('')
    .transform((text) => text.trim()),
  NODE_TLS_REJECT_UNAUTHORIZED: z
    .literal('1', {
      error:
        'lets anybody pose as a provider. Remove it, and set NODE_EXTRA_CA_CERTS to the file of your certificate authority',
    })
    .optional(),
  LOG_LEVEL: z
    .string()
    .default('')
    .transform((text) => text.trim() || 'info')
    .pipe(z.enum(logLevels, `must be one of ${logLevels.join(', ')}`)),
});

/** Tests whether each `%` begins an encoded character. A `%` in a password must be encoded. */
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

/** Public URL without a trailing slash; null if unset or empty. Rejects a path, as cookies are for the whole host. */
export const PublicUrl = z
  .string()
  .optional()
  .transform((text) => (text === undefined || text.trim() === '' ? null : text.trim()))
  .pipe(z.url({ protocol: /^https?$/u, error: 'must be an http(s) URL' }).nullable())
  .refine(isRoot, 'must name a host without a path, such as https://refrain.acme.example')
  .transform((url) => (url === null || !URL.canParse(url) ? null : new URL(url).origin));

function isRoot(url: string | null): boolean {
  // Accepts an invalid URL, because the schema has already reported it.
  if (url === null || !URL.canParse(url)) return true;
  const { pathname, search, hash, username, password } = new URL(url);
  return /^\/+$/u.test(pathname) && [search, hash, username, password].every((part) => part === '');
}

export interface PlatformConfig extends EncryptionKeys {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Prefix of every key in Redis, so that several installations can share one Redis. */
  readonly prefix: string;
  readonly logLevel: string;
  /** Host and port of metrics and readiness checks. Port 0 is any free port; null disables them. */
  readonly operations: { readonly host: string; readonly port: number } | null;
  /** Whether traces are sent to a collector, which the standard `OTEL_…` variables configure. */
  readonly sendsTraces: boolean;
  readonly privateNetworks: readonly string[];
  /** Folder of the sentence model; `none` to compare texts by words alone; empty for the model that the build creates. */
  readonly embeddingModel: string;
}

export type EnvironmentVariables = Readonly<Record<string, string | undefined>>;

/**
 * Parses the environment.
 * @param schema must include the settings of encryption keys, because every process needs them
 * @throws {AppError} `misconfigured` with all problems together, without any value
 */
export function readEnvironment<T extends z.ZodType>(schema: T, environment: EnvironmentVariables): z.output<T> {
  const keyProblem = findEncryptionKeyProblem(environment);
  const checked = schema.refine(() => keyProblem === null, { error: keyProblem ?? '', when: () => true });
  try {
    return parseInput(checked, environment, 'the settings from the environment');
  } catch (error) {
    throw new AppError('misconfigured', error instanceof Error ? error.message : String(error));
  }
}

export function toPlatformConfig(read: z.output<typeof PlatformEnvironment>): PlatformConfig {
  return {
    databaseUrl: read.DATABASE_URL,
    redisUrl: read.REDIS_URL,
    prefix: read.REDIS_PREFIX,
    ...readEncryptionKeys(read),
    logLevel: read.LOG_LEVEL,
    operations:
      read.REFRAIN_METRICS_PORT === null ? null : { host: read.REFRAIN_METRICS_HOST, port: read.REFRAIN_METRICS_PORT },
    sendsTraces: namesCollector(read),
    privateNetworks: read.REFRAIN_PRIVATE_NETWORKS,
    embeddingModel: read.REFRAIN_EMBEDDING_MODEL,
  };
}

function namesCollector(read: z.output<typeof PlatformEnvironment>): boolean {
  if (read.OTEL_SDK_DISABLED === 'true') return false;
  return Boolean(read.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || read.OTEL_EXPORTER_OTLP_ENDPOINT);
}
