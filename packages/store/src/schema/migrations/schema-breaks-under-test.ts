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

/**
 * Returns the differences that break a process of the previous version: a table or column that the process uses is
 * gone, has another type, or refuses the values that the process writes. Does not detect changes of the data.
 */
export function findIncompatibleSchemaChanges(before: Schema, after: Schema): string[] {
  return [...before].flatMap(([name, table]) => {
    const now = after.get(name);
    return now === undefined ? [`${name} is gone`] : breaksOfTable(name, table, now);
  });
}

function breaksOfTable(name: string, before: Table, after: Table): string[] {
  const kept = [...before.columns].flatMap(([column, was]) => {
    const now = after.columns.get(column);
    return now === undefined ? [`${name}.${column} is gone`] : breaksOfColumn(`${name}.${column}`, was, now);
  });
  const added = [...after.columns]
    .filter(([column, { isNullable, isFilled }]) => !before.columns.has(column) && !isNullable && !isFilled)
    .map(([column]) => `${name}.${column} has to be given`);
  const targets = new Set(after.uniques.values());
  const known = new Set(before.uniques.values());
  const isKept = (columns: string) =>
    [...before.columns.keys()].some((column) => new RegExp(`\\b${column}\\b`, 'u').test(columns));
  return [
    ...kept,
    ...added,
    ...[...after.checks]
      .filter((check) => !before.checks.has(check) && !isOfNew(check))
      .map((check) => `${name} has a new check: ${check}`),
    ...[...after.foreignKeys]
      .filter((key) => !before.foreignKeys.has(key) && !isOfNew(key))
      .map((key) => `${name} has a new foreign key: ${key}`),
    ...[...after.uniques]
      .filter(([, columns]) => !known.has(columns) && isKept(columns))
      .map(([index]) => `${name} has a new unique index: ${index}`),
    ...[...known]
      .filter((columns) => !targets.has(columns))
      .map((columns) => `${name} lost what \`on conflict\` needs: ${columns}`),
  ];

  /**
   * A constraint on a new column does not matter: a row that the previous version writes contains the column's default.
   */
  function isOfNew(constraint: string): boolean {
    return [...after.columns.keys()].some(
      (column) => !before.columns.has(column) && constraint.startsWith(`${name}_${column}_`),
    );
  }
}

function breaksOfColumn(name: string, was: Column, now: Column): string[] {
  return [
    ...(was.type === now.type ? [] : [`${name} is ${now.type} and was ${was.type}`]),
    ...(was.isNullable && !now.isNullable ? [`${name} may not be null any more`] : []),
    ...(was.isFilled && !now.isFilled && !now.isNullable ? [`${name} has to be given`] : []),
  ];
}
