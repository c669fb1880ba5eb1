import { type ChangeDraft, createNameRedactor, type FailureDraft } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Forgotten } from './forgetting/forgotten.ts';
import type { Recogniser } from './forgetting/recogniser.ts';
import { shareLockFor } from './in-transaction.ts';

export interface NameList {
  readonly names: ReadonlySet<string>;
  /** Takes each of the names out of a text, and those that were forgotten. */
  readonly redact: (text: string) => string;
  readonly forgotten: Recogniser;
}

/** The names that are stored now. They are read anew only when they have changed. */
export type KnownNames = (db: Kysely<Database>) => Promise<NameList>;

/** Held by whoever adds a name; shared by those who store texts in the knowledge of all names. */
export const namesLock = 'names';

export function createKnownNames(forgotten: Forgotten): KnownNames {
  let version = '';
  let list = { names: new Set<string>(), redact: createNameRedactor([]) };

  async function readNames(db: Kysely<Database>) {
    // What is added has a higher number than all before it, what is removed makes the rest fewer, and a phrase that turns out to be
    // none makes the phrases fewer.
    const { rows } = await sql<{ version: string }>`
      select concat(count(*), '/', max(sequence), '/', count(*) filter (where is_phrase)) as version from person_name`.execute(
      db,
    );
    if (rows[0]?.version === version) return list;
    const stored = await db
      .selectFrom('personName')
      .select(['name', 'isPhrase', 'sequence'])
      .orderBy('sequence')
      .execute();
    const names = new Set(stored.map(({ name }) => name));
    const phrases = stored.filter(({ isPhrase }) => isPhrase).map(({ name }) => name);
    const others = stored.filter(({ isPhrase }) => !isPhrase).map(({ name }) => name);
    const read = { names, redact: createNameRedactor(others.sort(), phrases.sort()) };
    version = `${stored.length}/${stored.at(-1)?.sequence ?? ''}/${phrases.length}`;
    list = read;
    return read;
  }

  return async (db) => {
    const { names, redact } = await readNames(db);
    const recogniser = await forgotten(db);
    return { names, redact: (text) => recogniser.redact(redact(text)), forgotten: recogniser };
  };
}

type Draft = FailureDraft | ChangeDraft;

/**
 * What takes every known name out of a draft, and gives null for one of a forgotten repository. No name is added until the
 * transaction ends: what it stores then is gone over for the names that come after it.
 */
export async function holdNames(
  transaction: Transaction<Database>,
  knownNames: KnownNames,
): Promise<<T extends Draft>(draft: T) => T | null> {
  await shareLockFor(transaction, namesLock);
  const { redact, forgotten } = await knownNames(transaction);
  return <T extends Draft>(draft: T) => {
    if (draft.repository !== null && forgotten.isRepository(draft.repository)) return null;
    return { ...forgotten.redactValue(draft), title: redact(draft.title), text: redact(draft.text) };
  };
}
