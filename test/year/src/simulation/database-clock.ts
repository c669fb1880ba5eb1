import { openRawDatabaseClient } from '@refrain/store/testing';

export interface DatabaseClock {
  set(ms: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Replaces `now()` in statements and column defaults by a function that returns the simulated time, for all new connections. The search
 * path finds this function before PostgreSQL's. Create the tables after this call, because a column default binds the function when its
 * table is created.
 */
export async function openDatabaseClock(databaseUrl: string, startMs: number): Promise<DatabaseClock> {
  const client = await openRawDatabaseClient(databaseUrl);
  const name = new URL(databaseUrl).pathname.slice(1);
  const read = 'select instant from public.simulated_instant';
  for (const statement of [
    'create unlogged table public.simulated_instant (instant timestamptz not null) with (fillfactor = 10)',
    `insert into public.simulated_instant values ('epoch')`,
    `create function public.now() returns timestamptz language sql stable as '${read}'`,
    `create function public.clock_timestamp() returns timestamptz language sql volatile as '${read}'`,
    `alter database "${name}" set search_path = public, pg_catalog`,
    // Turn off durability, because data of a simulation need not survive a crash.
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
