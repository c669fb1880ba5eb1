import { openRawDatabaseClient, type RawColumnValue, type RawDatabaseClient } from '@refrain/store/testing';

export interface InsertLowerBound {
  readonly rows: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

const tables = ['inbox', 'failure', 'change'];
const rowsPerInsert = 500;
const rowsPerRead = 20_000;

/**
 * Inserts copies of all stored rows into empty tables with the same columns and indexes, in the same database, in consecutive statements of
 * 500 rows. The duration is the minimal cost of storing the rows.
 */
export async function measureInsertLowerBound(databaseUrl: string): Promise<InsertLowerBound> {
  const client = await openRawDatabaseClient(databaseUrl);
  let rows = 0;
  let ms = 0;
  let cpuMicroseconds = 0;
  try {
    await client.query('create schema floor');
    for (const table of tables) {
      await client.query(`create table floor.${table} (like public.${table} including all)`);
      await client.query(`alter table floor.${table} add foreign key (connection_id) references public.connection`);
      for (let read = await readRows(client, table, null); read.length > 0; ) {
        const started = performance.now();
        const used = process.cpuUsage();
        for (let at = 0; at < read.length; at += rowsPerInsert) {
          await insert(client, table, read.slice(at, at + rowsPerInsert));
        }
        ms += performance.now() - started;
        const { user, system } = process.cpuUsage(used);
        cpuMicroseconds += user + system;
        rows += read.length;
        read = await readRows(client, table, read.at(-1)?.id ?? null);
      }
    }
    return { rows, seconds: ms / 1_000, cpuSeconds: cpuMicroseconds / 1_000_000 };
  } finally {
    await client.end();
  }
}

type Row = Record<string, RawColumnValue>;

function readRows(client: RawDatabaseClient, table: string, after: RawColumnValue): Promise<Row[]> {
  const beyond = after === null ? '' : 'where id > $1';
  const statement = `select * from public.${table} ${beyond} order by id limit ${rowsPerRead}`;
  return client.query(statement, after === null ? [] : [after]);
}

async function insert(client: RawDatabaseClient, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const values = rows.map((_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`)})`);
  const names = columns.map((name) => `"${name}"`);
  const statement = `insert into floor.${table} (${names}) values ${values}`;
  await client.query(
    statement,
    rows.flatMap((row) => columns.map((name) => row[name] ?? null)),
  );
}
