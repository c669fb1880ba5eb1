import type { ErasureSubject } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

export interface SearchedTable {
  readonly name: string;
  readonly columns: readonly SearchedColumn[];
}

export interface SearchedColumn {
  readonly name: string;
  readonly type: 'text' | 'jsonb' | 'text[]';
  /** Whether a row is deleted if this column contains the erased name. In other columns, the name is redacted. */
  readonly isKey: boolean;
}

/**
 * Tables that are not searched here, because another step erases names from them and updates the digests of their rows.
 */
const elsewhere = ['failure', 'change'];
const skipped = ['schema_migration', 'schema_migration_lock'];

/** Matches columns of ids, hashes and enum values, which are not searched. They contain a name only by chance. */
const impersonal =
  /^(?:id|.+_ids?|hash|former_hash|fingerprint|digest|version|operation|action|via|state|status|kind|type|role|sign_in_method|scopes|provider)$/u;

/** Tables whose rows are deleted if any column contains the erased name, because Refrain writes these rows again. */
const renewed = ['detection'];

/** Lists the tables with text columns. Their names come from the database, so that future tables are included. */
export async function listSearchedTables(db: Kysely<Database>, kind: ErasureSubject['kind']): Promise<SearchedTable[]> {
  const { rows: all } = await sql<{ table: string; name: string; type: SearchedColumn['type']; isKey: boolean }>`
    select class.relname as table, attribute.attname as name,
      case type.typname when 'varchar' then 'text' when 'json' then 'jsonb' when '_text' then 'text[]' else type.typname end as type,
      coalesce(attribute.attnum = any(key.indkey), false) as "isKey"
    from pg_class class
    join pg_namespace space on space.oid = class.relnamespace and space.nspname = current_schema()
    join pg_attribute attribute on attribute.attrelid = class.oid and attribute.attnum > 0 and not attribute.attisdropped
      and attribute.attgenerated = ''
    join pg_type type on type.oid = attribute.atttypid and type.typname in ('text', 'varchar', 'jsonb', 'json', '_text')
    left join pg_index key on key.indrelid = class.oid and key.indisprimary
    where class.relkind in ('r', 'p') and not (class.relname = 'inbox' and attribute.attname = 'delivery_key')
    order by class.relname, attribute.attnum`.execute(db);
  const rows = all.filter(({ name }) => kind === 'repository' || !impersonal.test(name));
  const names = [...new Set(rows.map(({ table }) => table))].filter(
    (name) => ![...elsewhere, ...skipped].includes(name),
  );
  return names.map((name) => ({
    name,
    columns: rows
      .filter(({ table }) => table === name)
      .map((column) => ({ ...column, isKey: column.isKey || renewed.includes(name) })),
  }));
}
