import { AppError } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction, lockFor } from '../sql/in-transaction.ts';
import { type SecretPlace, seal, unseal } from './encryption.ts';
import type { EncryptionKey, Keyring } from './keyring.ts';
import { readSealed, sealedColumns } from './sealed-columns.ts';

/** Held by whoever notes a key, or lets one go. */
export const keysLock = 'encryption keys';

const placeOf = (id: string): SecretPlace => ({ owner: 'none', what: 'check', part: id });

/**
 * Compares the keys that this process knows with those that the database was sealed with, and notes a new one. Done at each start:
 * whoever comes with a wrong key is told before anything is sealed with it, or given up because it cannot be read.
 * @param isNew whether nothing was ever sealed there: no process of a former version can be running beside this one
 * @throws {AppError} `misconfigured` when a key is missing
 */
export async function checkKeys(db: Kysely<Database>, keyring: Keyring, isNew: boolean): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await lockFor(transaction, keysLock);
    const noted = await refuseMissingKey(transaction, keyring);
    const present = noted.find(({ id }) => id === keyring.present.id);
    if (present === undefined) {
      if (noted.length === 0) await refuseStranger(transaction, keyring);
      const namesItself = isNew || noted.length > 0 || keyring.keys.length > 1;
      await noteKey(transaction, keyring, namesItself);
      if (namesItself) keyring.nameKeys();
    } else if (present.namesItself) keyring.nameKeys();
  });
}

/**
 * A key that somebody else began to seal with since this process was started, as in the middle of a rotation.
 * @returns the keys that the database was sealed with
 * @throws {AppError} `misconfigured` when this process lacks one of them
 */
export async function refuseMissingKey(db: Kysely<Database>, keyring: Keyring) {
  const noted = await db.selectFrom('encryptionKey').select(['id', 'proof', 'namesItself']).execute();
  for (const { id, proof } of noted) if (!isKnown(keyring, id, proof)) throw missingKey(keyring, id);
  return noted;
}

function isKnown(keyring: Keyring, id: string, proof: Buffer): boolean {
  if (!keyring.keys.some((key) => key.id === id)) return false;
  try {
    return unseal(proof, keyring, placeOf(id)).length > 0;
  } catch {
    return false;
  }
}

async function noteKey(db: Transaction<Database>, keyring: Keyring, namesItself: boolean): Promise<void> {
  const { id } = keyring.present;
  const proof = seal(id, keyring, placeOf(id));
  await db.insertInto('encryptionKey').values({ id, proof, namesItself }).execute();
}

/** A database of before keys were noted: one value of each kind is tried. A single one may be of a key that was lost long ago. */
async function refuseStranger(db: Transaction<Database>, keyring: Keyring): Promise<void> {
  let tried = 0;
  for (const column of sealedColumns) {
    const [value] = await readSealed(db, column, null, () => sql`true`, 1);
    if (value === undefined) continue;
    tried += 1;
    try {
      unseal(value.sealed, keyring, value.place);
      return;
    } catch {
      // The next one may be of this key.
    }
  }
  if (tried > 0) throw missingKey(keyring, null);
}

function missingKey({ present, keys }: Keyring, id: string | null): AppError {
  const known = keys.map((key) => key.id).join(', ');
  const which = id === null ? 'another key' : `the key ${id}`;
  const others = keys.length > 1 ? `${known} are` : `${present.id} is`;
  return new AppError(
    'misconfigured',
    `What is stored was encrypted with ${which}, and only ${others} given: give that one too, as REFRAIN_ENCRYPTION_KEY, among REFRAIN_ENCRYPTION_OTHER_KEYS or in REFRAIN_ENCRYPTION_KEY_FILE. Nothing was changed`,
  );
}

/** After a rotation: no value is of another key any more. */
export async function letKeysGo(db: Transaction<Database>, { id }: EncryptionKey): Promise<void> {
  await db.deleteFrom('encryptionKey').where('id', '!=', id).execute();
}
