import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { createScratchDatabase, runWithPostgresClient, type ScratchDatabase } from './index.ts';

/** A migrated database that one test at a time uses. */
export interface TestDatabase {
  readonly databaseUrl: string;
  /** Empties the database for another test of this process, or drops it if that is impossible. */
  release(): Promise<void>;
}

/** The initial state of a test database. */
interface Template {
  readonly schema: string;
  /** Statements that insert the rows that the migrations create. */
  readonly inserts: string;
}

interface DatabaseState {
  /** A text that differs after any change of a table, column, constraint, trigger or function. */
  readonly schema: string;
  /** The tables that have rows, or had rows before they were emptied. */
  readonly used: readonly string[];
  /** The size of the used tables in bytes, without indexes. */
  readonly bytes: number;
  readonly connections: number;
}

/**
 * Maximum size of the tables of a reused database. The dead rows of larger tables would slow down all queries, so a new
 * copy is faster.
 */
const maxReusedBytes = 1_000_000;
const closeTimeoutMs = 1_000;

const templates = new Map<string, Promise<Template>>();
const unused = new Map<string, ScratchDatabase[]>();

/**
 * Takes a database that an earlier test of this process has released, or copies the template. Emptying a database takes
 * a tenth of the time of a copy.
 * @param adminUrl URL of a superuser
 */
export async function takeTestDatabase(adminUrl: string, template: string): Promise<TestDatabase> {
  const key = `${adminUrl} ${template}`;
  const spare = unused.get(key) ?? [];
  unused.set(key, spare);
  const database = spare.pop() ?? (await createScratchDatabase(adminUrl, template));
  const { databaseUrl } = database;
  const reading = templates.get(key) ?? runWithPostgresClient(databaseUrl, readTemplate);
  templates.set(key, reading);
  const original = await reading;
  return {
    databaseUrl,
    async release() {
      const isEmpty = await runWithPostgresClient(databaseUrl, (client) => empty(client, original));
      if (isEmpty) spare.push(database);
      else await database.drop();
    },
  };
}

/** @returns false if the database must not be used again */
async function empty(client: pg.Client, { schema, inserts }: Template): Promise<boolean> {
  const deadline = performance.now() + closeTimeoutMs;
  let state = await readState(client);
  while (state.connections > 0 && performance.now() < deadline) {
    await setTimeout(10);
    state = await readState(client);
  }
  if (state.connections > 0 || state.schema !== schema || state.bytes > maxReusedBytes) return false;
  await client.query(
    [
      // With this setting, the session ignores triggers and foreign keys.
      `set session_replication_role = replica`,
      ...state.used.map((table) => `delete from ${table}`),
      `select setval(seqrelid, seqstart, false) from pg_sequence`,
      inserts,
    ].join('; '),
  );
  return true;
}

async function readTemplate(client: pg.Client): Promise<Template> {
  const { schema, used } = await readState(client);
  const inserts: string[] = [];
  for (const table of used) {
    const { rows } = await client.query<{ all: string }>(`select json_agg(row)::text as all from ${table} as row`);
    const all = client.escapeLiteral(rows[0]?.all ?? '[]');
    inserts.push(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, ${all})`,
    );
  }
  return { schema, inserts: inserts.join('; ') };
}

async function readState(client: pg.Client): Promise<DatabaseState> {
  const catalogs = ['pg_class', 'pg_attribute', 'pg_attrdef', 'pg_constraint', 'pg_trigger', 'pg_proc'];
  // Each change of the schema writes a catalogue row with a higher `xmin`, or deletes a row.
  const versions = catalogs.map((name) => `(select count(*) || '/' || max(xmin::text::bigint) from ${name})`);
  const { rows } = await client.query<DatabaseState>(`
    with used as (
      select oid::regclass::text as name, pg_relation_size(oid) as bytes from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0
    )
    select
      concat_ws(' ', ${versions.join(', ')}) as schema,
      (select coalesce(array_agg(name), '{}') from used) as used,
      (select coalesce(sum(bytes), 0)::float8 from used) as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()) as connections`);
  const [state] = rows;
  if (state === undefined) throw new Error('PostgreSQL returned no row about the test databases');
  return state;
}
