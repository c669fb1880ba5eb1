import { createNameRedactor } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { shareLockFor } from './in-transaction.ts';

export interface NameList {
  readonly names: ReadonlySet<string>;
  /** Takes each of the names out of a text. */
  readonly redact: (text: string) => string;
}

/** The names that are stored now. They are read anew only when they have changed. */
export type KnownNames = (db: Kysely<Database>) => Promise<NameList>;

/** Held by whoever adds a name; shared by those who store texts in the knowledge of all names. */
export const namesLock = 'names';

export function createKnownNames(): KnownNames {
  let version = '';
  let list: NameList = { names: new Set(), redact: createNameRedactor([]) };

  return async (db) => {
    // What is added has a higher number than all before it, and what is removed makes the rest fewer.
    const { rows } = await sql<{ version: string }>`
      select concat(count(*), '/', max(sequence)) as version from person_name`.execute(db);
    if (rows[0]?.version === version) return list;
    const stored = await db.selectFrom('personName').select(['name', 'sequence']).orderBy('sequence').execute();
    const names = new Set(stored.map(({ name }) => name));
    const read = { names, redact: createNameRedactor([...names].sort()) };
    version = `${stored.length}/${stored.at(-1)?.sequence ?? ''}`;
    list = read;
    return read;
  };
}

/**
 * What takes every known name out of a text. No name is added until the transaction ends: what it stores then is gone
 * over for the names that come after it.
 */
export async function holdNameRedactor(
  transaction: Transaction<Database>,
  knownNames: KnownNames,
): Promise<(text: string) => string> {
  await shareLockFor(transaction, namesLock);
  return (await knownNames(transaction)).redact;
}
