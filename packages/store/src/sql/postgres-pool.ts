import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import { toStoreError } from './database-error.ts';

interface PoolOptions {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly applicationName: string;
  /** Null for as many as PostgreSQL has it. */
  readonly parallelWorkers: number | null;
}

const timestamptz = 1184;
const connectTimeoutMs = 15_000;
/** Until the way to a server that is silent is looked at, in milliseconds. */
const silentMs = 30_000;
/** The same the other way round: what a process that is gone has locked is free within a minute, and not after two hours. */
export const noticeLoss = [
  ['tcp_keepalives_idle', silentMs / 1_000],
  ['tcp_keepalives_interval', 10],
  ['tcp_keepalives_count', 3],
] as const;

/**
 * A pool that gives errors as `AppError`, instants as the domain has them, and outlives a restart of PostgreSQL.
 * Nothing is opened until the first query.
 */
export function createPool({ databaseUrl, poolSize, applicationName, parallelWorkers }: PoolOptions): PostgresPool {
  const pool = new pg.Pool({
    ...clientConfig(databaseUrl, applicationName),
    max: poolSize,
    async onConnect(client) {
      await client.query(noticeLoss.map(([name, value]) => `set ${name} = ${value}`).join('; '));
      if (parallelWorkers !== null) await client.query(`set max_parallel_workers_per_gather = ${parallelWorkers}`);
    },
    types: { getTypeParser: typeParser },
  });
  // An idle or reserved connection that breaks says so here; its next user gets the error and the pool replaces it.
  // Without listeners either event would end the process.
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

/** A connection of its own, outside the pool: for a lock that may be held long. Close it with `end`. */
export async function openClient(databaseUrl: string, applicationName: string): Promise<pg.Client> {
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
 * With a callback given along, a result is gone with the next collection of young objects; behind the promise that pg makes
 * by itself it lives until the whole heap is gone through (measured with pg 8.23 on Node 20).
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

/** The usual form of an instant, in UTC and of our era, without the detour over a date; null for any other. */
function parseUtc(text: string): string | null {
  const [, day, time, fraction = ''] = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/u.exec(text) ?? [];
  return day === undefined ? null : `${day}T${time}.${fraction.padEnd(3, '0')}Z`;
}

function rethrow(thrown: unknown): never {
  throw toStoreError(thrown);
}

function ignore(): void {}
