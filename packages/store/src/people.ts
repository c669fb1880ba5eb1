import { createNameRedactor } from '@refrain/domain';
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import { changeColumns } from './changes.ts';
import type { Database } from './database.ts';
import { upsertChanges, upsertFailures } from './drafts.ts';
import { failureColumns } from './failures.ts';
import { inTransaction, lockFor, shareLockFor } from './in-transaction.ts';

/** Names of people whom payloads refer to: kept only so that they can be taken out of every text. */
export interface PeopleQueries {
  /** Adds the unknown ones. From then on `inbox.settle` takes them out of what it stores. */
  add(connectionId: string, names: readonly string[]): Promise<void>;
  /** Takes names that came later out of what was stored before them. @returns how many failures and changes changed */
  goOver(): Promise<number>;
}

/** Held by whoever adds a name; shared by those who store texts in the knowledge of all names. */
const namesLock = 'names';
/** Rows that are gone over in one transaction. */
const batchSize = 500;

export function createPeopleQueries(db: Kysely<Database>): PeopleQueries {
  async function goOverTable(table: 'failure' | 'change', names: readonly string[]): Promise<number> {
    const patterns = names.map((name) => `%${name.replace(/[\\%_]/gu, '\\$&')}%`);
    const { rows } = await sql<{ id: string }>`
      select id from ${sql.table(table)} where title ilike any(${patterns}) or text ilike any(${patterns})
      order by id`.execute(db);
    const redact = createNameRedactor(names);
    let changed = 0;
    for (let start = 0; start < rows.length; start += batchSize) {
      const ids = rows.slice(start, start + batchSize).map(({ id }) => id);
      changed += await inTransaction(db, (transaction) => redactRows(transaction, table, ids, redact));
    }
    return changed;
  }

  return {
    async add(connectionId, names) {
      const known = new Set(await listNames(db));
      const unknown = [...new Set(names)].filter((name) => !known.has(name)).sort();
      if (unknown.length === 0) return;
      await inTransaction(db, async (transaction) => {
        await lockFor(transaction, namesLock);
        await sql`
          insert into person_name (connection_id, name)
          select ${connectionId}, name from unnest(${unknown}::text[]) as wanted (name) on conflict do nothing`.execute(
          transaction,
        );
      });
    },

    async goOver() {
      const rows = await db.selectFrom('personName').select('name').distinct().where('applied', '=', false).execute();
      const names = rows.map(({ name }) => name);
      if (names.length === 0) return 0;
      const changed = (await goOverTable('failure', names)) + (await goOverTable('change', names));
      await db.updateTable('personName').set({ applied: true }).where(sql<SqlBool>`name = any(${names})`).execute();
      return changed;
    },
  };
}

/**
 * What takes every known name out of a text. No name is added until the transaction ends: what it stores then is gone
 * over for the names that come after it.
 */
export async function holdNameRedactor(transaction: Transaction<Database>): Promise<(text: string) => string> {
  await shareLockFor(transaction, namesLock);
  return createNameRedactor(await listNames(transaction));
}

async function listNames(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('personName').select('name').distinct().execute();
  return rows.map(({ name }) => name).sort();
}

async function redactRows(
  db: Kysely<Database>,
  table: 'failure' | 'change',
  ids: readonly string[],
  redact: (text: string) => string,
): Promise<number> {
  const hide = <T extends { connectionId: string; title: string; text: string }>(row: T) => ({
    connectionId: row.connectionId,
    draft: { ...row, title: redact(row.title), text: redact(row.text) },
  });
  if (table === 'failure') {
    const rows = await db.selectFrom('failure').select(failureColumns).where(sql<SqlBool>`id = any(${ids})`).execute();
    return upsertFailures(db, rows.map(hide));
  }
  const rows = await db.selectFrom('change').select(changeColumns).where(sql<SqlBool>`id = any(${ids})`).execute();
  return (await upsertChanges(db, rows.map(hide))).changed;
}
