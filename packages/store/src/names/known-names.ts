import { type ChangeDraft, createNameRedactor, type FailureDraft, redactTexts } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { shareLockFor } from '../sql/in-transaction.ts';
import type { Erased } from './erased-names.ts';
import type { Recogniser } from './recogniser.ts';

export interface NameList {
  readonly size: number;
  /** Returns whether a name from this connection is already known in its scope. */
  readonly isKnown: (connectionId: string, name: string) => boolean;
  /** Redacts the names from all accounts, and erased names. */
  readonly redact: (text: string) => string;
  /**
   * Redacts also the names from this archive in its own texts. Whoever writes an imported file chooses its names, so
   * they apply only to that archive.
   */
  readonly redactOf: (connectionId: string) => (text: string) => string;
  readonly erased: Recogniser;
}

/** Returns the stored names. Reads them again only after a change. */
export type KnownNames = (db: Kysely<Database>) => Promise<NameList>;

/** The lock for adding a name; shared by writers of texts, which need all names. */
export const namesLock = 'names';

interface StoredName {
  readonly name: string;
  readonly isPhrase: boolean;
}

/** Creates the redactor for the names of one scope. */
function openScope(stored: readonly StoredName[]) {
  const listBy = (phrases: boolean) =>
    stored.flatMap(({ name, isPhrase }) => (isPhrase === phrases ? [name] : [])).sort();
  return {
    names: new Set(stored.map(({ name }) => name)),
    redact: createNameRedactor(listBy(false), listBy(true)),
  };
}

/** The scope of a name: its archive, or null for the texts of all accounts. */
export const nameScope = sql<string | null>`case when connection.provider = 'archive' then connection.id end`;

export function createKnownNames(erased: Erased): KnownNames {
  let version = '';
  let list = { size: 0, ofAll: openScope([]), ofArchives: new Map<string, ReturnType<typeof openScope>>() };

  async function readNames(db: Kysely<Database>) {
    // An added name increases the maximum, a removed one decreases the count, and a phrase that becomes a name
    // decreases the count of phrases.
    const { rows } = await sql<{ version: string }>`
      select concat(count(*), '/', max(sequence), '/', count(*) filter (where is_phrase)) as version from person_name`.execute(
      db,
    );
    if (rows[0]?.version === version) return list;
    const stored = await db
      .selectFrom('personName')
      .innerJoin('connection', 'connection.id', 'personName.connectionId')
      .select(['name', 'isPhrase', 'sequence', nameScope.as('scope')])
      .orderBy('sequence')
      .execute();
    const archives = new Set(stored.flatMap(({ scope }) => scope ?? []));
    const inScope = (wanted: string | null) => openScope(stored.filter(({ scope }) => scope === wanted));
    version = `${stored.length}/${stored.at(-1)?.sequence ?? ''}/${stored.filter(({ isPhrase }) => isPhrase).length}`;
    list = {
      size: stored.length,
      ofAll: inScope(null),
      ofArchives: new Map([...archives].map((id) => [id, inScope(id)])),
    };
    return list;
  }

  return async (db) => {
    const { size, ofAll, ofArchives } = await readNames(db);
    const recogniser = await erased(db);
    const redact = (text: string) => recogniser.redact(ofAll.redact(text));
    return {
      size,
      redact,
      erased: recogniser,
      isKnown: (connectionId, name) => ofAll.names.has(name) || ofArchives.get(connectionId)?.names.has(name) === true,
      redactOf(connectionId) {
        const archive = ofArchives.get(connectionId);
        return archive === undefined ? redact : (text) => redact(archive.redact(text));
      },
    };
  };
}

type Draft = FailureDraft | ChangeDraft;

/**
 * Returns a function that redacts all known names in a draft, and returns null for one of an erased repository. No name
 * is added until the transaction ends; later names are then redacted from what it stored.
 */
export async function lockNames(
  transaction: Transaction<Database>,
  knownNames: KnownNames,
): Promise<<T extends Draft>(connectionId: string, draft: T) => T | null> {
  await shareLockFor(transaction, namesLock);
  const { redactOf, erased } = await knownNames(transaction);
  return <T extends Draft>(connectionId: string, draft: T) => {
    const redact = redactOf(connectionId);
    if (draft.repository !== null && erased.isRepository(draft.repository)) return null;
    return redactTexts(erased.redactValue(draft), redact);
  };
}
