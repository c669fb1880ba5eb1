import { randomBytes } from 'node:crypto';
import type { RawRecord } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import { decryptSecret, encryptSecret, type SecretLocation } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';
import type { Database } from '../schema/database.ts';
import { createErasedNameRecogniser, type ErasedNameRecogniser } from './erased-name-recogniser.ts';

/** Returns the recogniser of erased names, which may be cached for up to a second. */
export type ErasedNameRecogniserReader = (db: Kysely<Database>) => Promise<ErasedNameRecogniser>;

/** Milliseconds within which every process learns of an erasure. */
export const erasedNamesCacheMs = 1_000;

const place: SecretLocation = { owner: 'none', what: 'recognition' };

export function createErasedNamesReader(keyring: Keyring, now: () => number): ErasedNameRecogniserReader {
  let version = '';
  let readAt = Number.NEGATIVE_INFINITY;
  let known = createErasedNameRecogniser(Buffer.alloc(32), []);

  return async (db) => {
    if (now() - readAt < erasedNamesCacheMs) return known;
    const at = now();
    const { rows } = await sql<{ version: string }>`
      select concat(count(*), '/', max(sequence)) as version from erased_mark`.execute(db);
    if (rows[0]?.version !== version) {
      const marks = await db.selectFrom('erasedMark').select(['kind', 'hash', 'words', 'first']).execute();
      const secret = marks.length === 0 ? null : await findSecret(db, keyring);
      known = createErasedNameRecogniser(secret ?? Buffer.alloc(32), secret === null ? [] : marks);
      version = rows[0]?.version ?? '';
    }
    readAt = at;
    return known;
  };
}

/** Reads the secret of the HMAC that hashes erased names; null before the first erasure. */
async function findSecret(db: Kysely<Database>, keyring: Keyring): Promise<Buffer | null> {
  const row = await db.selectFrom('recognition').select('secret').executeTakeFirst();
  return row === undefined ? null : decryptSecret(row.secret, keyring, place);
}

export async function ensureNameHashSecret(db: Transaction<Database>, keyring: Keyring): Promise<Buffer> {
  const secret = encryptSecret(randomBytes(32), keyring, place);
  await db
    .insertInto('recognition')
    .values({ secret })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await findSecret(db, keyring)) ?? ensureNameHashSecret(db, keyring);
}

/**
 * Returns the repository of a record. GitHub's webhook events contain the repository as an object, polled records only
 * its name.
 */
export function findRecordRepository(payload: unknown): { readonly name: string; readonly id?: string } | null {
  if (typeof payload !== 'object' || payload === null || !('repository' in payload)) return null;
  const { repository } = payload;
  if (typeof repository === 'string') return { name: repository };
  if (typeof repository !== 'object' || repository === null || !('full_name' in repository)) return null;
  if (typeof repository.full_name !== 'string') return null;
  const id = 'id' in repository && typeof repository.id === 'number' ? { id: String(repository.id) } : {};
  return { name: repository.full_name, ...id };
}

export function isOfErasedRepository(
  recogniser: ErasedNameRecogniser,
  { payload }: Pick<RawRecord, 'payload'>,
): boolean {
  if (recogniser.isEmpty) return false;
  const repository = findRecordRepository(payload);
  return repository !== null && recogniser.isRepository(repository.name, repository.id);
}
