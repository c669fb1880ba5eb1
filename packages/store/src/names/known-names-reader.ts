import { type ChangeDraft, createNameRedactor, type FailureDraft, redactPeopleInTexts } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { acquireSharedLock } from '../sql/in-transaction.ts';
import type { ErasedNameRecogniser } from './erased-name-recogniser.ts';
import type { ErasedNameRecogniserReader } from './erased-names.ts';

export interface KnownNameRedactor {
  readonly size: number;
  /** Whether the name is already redacted from texts of this connection. */
  readonly isKnown: (connectionId: string, name: string) => boolean;
  /** Redacts erased names, and the names of people from all accounts. */
  readonly redact: (text: string) => string;
  /**
   * Works like `redact`, and also redacts the names from the given archive. Names from an archive apply to its own
   * texts only, because the author of an imported file can choose any names.
   */
  readonly redactOf: (connectionId: string) => (text: string) => string;
  readonly erased: ErasedNameRecogniser;
}

/** Returns the stored names, which are cached until they change. */
export type KnownNamesReader = (db: Kysely<Database>) => Promise<KnownNameRedactor>;

/** The lock for adding names of people. Writers of texts acquire it in shared mode, because they need all names. */
export const personNamesLock = 'names';

interface StoredName {
  readonly name: string;
  readonly isPhrase: boolean;
}

function openScope(stored: readonly StoredName[]) {
  const listBy = (phrases: boolean) =>
    stored.flatMap(({ name, isPhrase }) => (isPhrase === phrases ? [name] : [])).sort();
  return {
    names: new Set(stored.map(({ name }) => name)),
    redact: createNameRedactor(listBy(false), listBy(true)),
  };
}

/** The scope of a name: the connection of an archive, or null for all accounts. */
export const personNameScope = sql<string | null>`case when connection.provider = 'archive' then connection.id end`;

export function createKnownNamesReader(erased: ErasedNameRecogniserReader): KnownNamesReader {
  let version = '';
  let list = { size: 0, ofAll: openScope([]), ofArchives: new Map<string, ReturnType<typeof openScope>>() };

  async function readNames(db: Kysely<Database>) {
    // These three figures reveal every change: a new name changes the maximum, a removed name changes the count, and a
    // phrase that becomes a name changes the number of phrases.
    const { rows } = await sql<{ version: string }>`
      select concat(count(*), '/', max(sequence), '/', count(*) filter (where is_phrase)) as version from person_name`.execute(
      db,
    );
    if (rows[0]?.version === version) return list;
    const stored = await db
      .selectFrom('personName')
      .innerJoin('connection', 'connection.id', 'personName.connectionId')
      .select(['name', 'isPhrase', 'sequence', personNameScope.as('scope')])
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
 * Returns a function that redacts all known names in a draft, or returns null for a draft of an erased repository. No
 * name can be added until the transaction ends.
 */
export async function lockNamesAndCreateRedactor(
  transaction: Transaction<Database>,
  knownNames: KnownNamesReader,
): Promise<<T extends Draft>(connectionId: string, draft: T) => T | null> {
  await acquireSharedLock(transaction, personNamesLock);
  const { redactOf, erased } = await knownNames(transaction);
  return <T extends Draft>(connectionId: string, draft: T) => {
    const redact = redactOf(connectionId);
    if (draft.repository !== null && erased.isRepository(draft.repository)) return null;
    return redactPeopleInTexts(erased.redactValue(draft), redact);
  };
}
