import { openPlainClient } from '@refrain/store/testing';

/** The time of a database that goes by when it is told to. */
export interface DatabaseClock {
  /** @param ms since 1970 */
  set(ms: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * From now on whoever opens a connection finds a `now()` that reads the simulated instant, in statements as in defaults: it is
 * found before that of PostgreSQL. Has to be asked for before the tables are made, since a default keeps the function that it
 * was made with.
 */
export async function openDatabaseClock(databaseUrl: string, startMs: number): Promise<DatabaseClock> {
  const client = await openPlainClient(databaseUrl);
  const name = new URL(databaseUrl).pathname.slice(1);
  const read = 'select instant from public.simulated_instant';
  for (const statement of [
    'create unlogged table public.simulated_instant (instant timestamptz not null) with (fillfactor = 10)',
    `insert into public.simulated_instant values ('epoch')`,
    `create function public.now() returns timestamptz language sql stable as '${read}'`,
    `create function public.clock_timestamp() returns timestamptz language sql volatile as '${read}'`,
    `alter database "${name}" set search_path = public, pg_catalog`,
    // What a crash would lose is of no use to anyone.
    `alter database "${name}" set synchronous_commit = off`,
  ]) {
    await client.query(statement);
  }
  const set = async (ms: number): Promise<void> => {
    await client.query('update public.simulated_instant set instant = to_timestamp($1::float8 / 1000)', [String(ms)]);
  };
  await set(startMs);
  return { set, close: () => client.end() };
}
