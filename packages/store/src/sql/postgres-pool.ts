import { type Dialect, PostgresAdapter, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { toStoreError } from './database-error.ts';

interface PoolOptions {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly applicationName: string;
  readonly parallelWorkers: number | null;
}

const timestamptz = 1184;
const connectTimeoutMs = 15_000;
/** Milliseconds without data after which the client probes the connection. */
const silentMs = 30_000;
/** The server also probes connections, to release the locks of a dead process within a minute instead of two hours. */
export const keepaliveSettings = [
  ['tcp_keepalives_idle', silentMs / 1_000],
  ['tcp_keepalives_interval', 10],
  ['tcp_keepalives_count', 3],
] as const;

/**
 * Creates a pool that throws `AppError`, returns instants as ISO texts, and survives a restart of PostgreSQL. The pool
 * connects at the first query.
 */
export function createPostgresPool({
  databaseUrl,
  poolSize,
  applicationName,
  parallelWorkers,
}: PoolOptions): PostgresPool {
  const pool = new pg.Pool({
    ...clientConfig(databaseUrl, applicationName),
    max: poolSize,
    async onConnect(client) {
      await client.query(keepaliveSettings.map(([name, value]) => `set ${name} = ${value}`).join('; '));
      if (parallelWorkers !== null) await client.query(`set max_parallel_workers_per_gather = ${parallelWorkers}`);
    },
    types: { getTypeParser: typeParser },
  });
  // Without a listener for `error`, a broken connection would end the process. The pool replaces broken connections.
  pool.on('error', ignore);
  pool.on('connect', (client) => client.on('error', ignore));

  return {
    async connect() {
      const client = await pool.connect().catch(rethrow);
      return withStoreErrors(client);
    },
    end: () => pool.end(),
  };
}

/** Opens a connection outside the pool, for a lock that is held for long. The caller closes it with `end`. */
export async function openPostgresClient(databaseUrl: string, applicationName: string): Promise<pg.Client> {
  const client = new pg.Client(clientConfig(databaseUrl, applicationName));
  client.on('error', ignore);
  await client.connect().catch(rethrow);
  return client;
}

function clientConfig(databaseUrl: string, applicationName: string): pg.ClientConfig {
  return {
    connectionString: databaseUrl,
    application_name: applicationName,
    connectionTimeoutMillis: connectTimeoutMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: silentMs,
  };
}

/**
 * Uses the callback of `query`, because results of pg's promises stay in memory until a full garbage collection
 * (measured with pg 8.23 on Node 20).
 */
function withStoreErrors(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, parameters: readonly unknown[]) =>
    new Promise((resolve, reject) =>
      client.query(text, [...parameters], (error, result) => (error ? reject(toStoreError(error)) : resolve(result))),
    );
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy?: boolean) => client.release(destroy),
  };
}

function typeParser(oid: number, format?: 'text' | 'binary') {
  const parse = pg.types.getTypeParser(oid, format as 'text');
  if (oid !== timestamptz) return parse;
  return (text: string) => parseUtc(text) ?? (parse(text) as unknown as Date).toISOString();
}

/** Parses an instant in UTC without `Date`, which is slow. Returns null for other time zones and for years BC. */
function parseUtc(text: string): string | null {
  const [, day, time, fraction = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/u.exec(text) ?? [];
  return day === undefined ? null : `${day}T${time}.${fraction.padEnd(3, '0')}Z`;
}

function rethrow(thrown: unknown): never {
  throw toStoreError(thrown);
}

function ignore(): void {}

/** Creates Kysely's dialect without its session lock for migrations: `migrate.ts` takes a transaction lock instead. */
export function createPostgresDialect(pool: PostgresPool): Dialect {
  const dialect = new PostgresDialect({ pool });
  const adapter = Object.assign(new PostgresAdapter(), {
    acquireMigrationLock: async () => {},
    releaseMigrationLock: async () => {},
  });
  return {
    createAdapter: () => adapter,
    createDriver: () => dialect.createDriver(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
}
