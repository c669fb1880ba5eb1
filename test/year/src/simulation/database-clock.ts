import { openPlainClient } from '@refrain/store/testing';

export interface DatabaseClock {
  set(ms: number): Promise<void>;
  close(): Promise<void>;
}

/**
 * Replaces `now()` for all new connections by a function that returns the simulated time, in statements and in column defaults. The search
 * path finds that function before PostgreSQL's. Call before the tables are created, because a default binds the function at that time.
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
    // Data of a simulation need not survive a crash.
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
