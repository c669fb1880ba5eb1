import { type ChangeDraft, createNameRedactor, type FailureDraft, redactTexts } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { shareLockFor } from '../sql/in-transaction.ts';
import type { Erased } from './erased-names.ts';
import type { Recogniser } from './recogniser.ts';

export interface NameList {
  readonly size: number;
  /** Whether a name that this connection tells is known already where it counts. */
  readonly isKnown: (connectionId: string, name: string) => boolean;
  /** Takes the names of all accounts out of a text, and those that were forgotten. */
  readonly redact: (text: string) => string;
  /**
   * Takes also the names that only this connection tells out of a text of its own. Whoever fills in a row of a file that is imported chooses its
   * names, so they count in that archive alone.
   */
  readonly redactOf: (connectionId: string) => (text: string) => string;
  readonly erased: Recogniser;
}

/** The names that are stored now. They are read anew only when they have changed. */
export type KnownNames = (db: Kysely<Database>) => Promise<NameList>;

/** Held by whoever adds a name; shared by those who store texts in the knowledge of all names. */
export const namesLock = 'names';

interface StoredName {
  readonly name: string;
  readonly isPhrase: boolean;
}

/** The names that count in the same texts. */
function openScope(stored: readonly StoredName[]) {
  const listBy = (phrases: boolean) =>
    stored.flatMap(({ name, isPhrase }) => (isPhrase === phrases ? [name] : [])).sort();
  return {
    names: new Set(stored.map(({ name }) => name)),
    redact: createNameRedactor(listBy(false), listBy(true)),
  };
}

/** In whose texts a name counts: of an archive its own; null for those of all accounts. */
export const nameScope = sql<string | null>`case when connection.provider = 'archive' then connection.id end`;

export function createKnownNames(erased: Erased): KnownNames {
  let version = '';
  let list = { size: 0, ofAll: openScope([]), ofArchives: new Map<string, ReturnType<typeof openScope>>() };

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
        const own = ofArchives.get(connectionId);
        return own === undefined ? redact : (text) => redact(own.redact(text));
      },
    };
  };
}

type Draft = FailureDraft | ChangeDraft;

/**
 * What takes every known name out of a draft, and gives null for one of a forgotten repository. No name is added until the
 * transaction ends: what it stores then is gone over for the names that come after it.
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
