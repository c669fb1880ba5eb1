import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';

export interface Column {
  readonly type: string;
  readonly isNullable: boolean;
  /** Whether PostgreSQL fills in a missing value. */
  readonly isFilled: boolean;
}

export interface Table {
  readonly columns: ReadonlyMap<string, Column>;
  readonly checks: ReadonlySet<string>;
  readonly foreignKeys: ReadonlySet<string>;
  /** The column lists of unique indexes and primary keys, by index name. */
  readonly uniques: ReadonlyMap<string, string>;
}

export type Schema = ReadonlyMap<string, Table>;

interface ColumnRow extends Column {
  readonly table: string;
  readonly name: string;
}

/** Reads the tables, columns and constraints on which a process relies. For tests. */
export async function readSchema(db: Kysely<Database>): Promise<Schema> {
  const { rows: columns } = await sql<ColumnRow>`
    select class.relname as "table", attname as name, format_type(atttypid, atttypmod) as type, not attnotnull as "isNullable",
      (atthasdef or attidentity <> '' or attgenerated <> '') as "isFilled"
    from pg_attribute join pg_class class on class.oid = attrelid and class.relkind in ('r', 'p')
    where class.relnamespace = current_schema()::regnamespace and attnum > 0 and not attisdropped
    order by class.relname, attnum`.execute(db);
  const { rows: constraints } = await sql<{ table: string; name: string; type: string }>`
    select class.relname as "table", conname as name, contype as type from pg_constraint
    join pg_class class on class.oid = conrelid
    where class.relnamespace = current_schema()::regnamespace and contype in ('c', 'f')`.execute(db);
  const { rows: uniques } = await sql<{ table: string; name: string; columns: string }>`
    select class.relname as "table", index.relname as name,
      '(' || (select string_agg(pg_get_indexdef(indexrelid, nth, true), ', ' order by nth) from generate_series(1, indnkeyatts) as nth) || ')'
        || coalesce(' where ' || pg_get_expr(indpred, indrelid), '') as columns
    from pg_index join pg_class class on class.oid = indrelid join pg_class index on index.oid = indexrelid
    where class.relnamespace = current_schema()::regnamespace and indisunique`.execute(db);
  const names = new Set(columns.map(({ table }) => table).filter((name) => !name.startsWith('schema_migration')));
  const constraintsOf = (table: string, type: string) =>
    new Set(constraints.filter((one) => one.table === table && one.type === type).map(({ name }) => name));
  return new Map(
    [...names].map((table) => [
      table,
      {
        columns: new Map(columns.filter((one) => one.table === table).map((one) => [one.name, one])),
        checks: constraintsOf(table, 'c'),
        foreignKeys: constraintsOf(table, 'f'),
        uniques: new Map(uniques.filter((one) => one.table === table).map((one) => [one.name, one.columns])),
      },
    ]),
  );
}
