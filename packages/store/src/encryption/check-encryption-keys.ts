import { AppError } from '@refrain/domain';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { acquireLock, inTransaction } from '../sql/in-transaction.ts';
import { decryptSecret, encryptSecret, type SecretLocation, tryDecrypt } from './encryption.ts';
import type { Keyring } from './keyring.ts';

/** The lock for recording or removing encryption keys. */
export const encryptionKeysLock = 'encryption keys';

const locationOf = (id: string): SecretLocation => ({ owner: 'none', what: 'check', part: id });

/**
 * Compares the keys of this process with the keys that encrypted the database, and records a new key. Runs at each
 * start, so that a process with a wrong key neither encrypts values nor treats stored values as unreadable.
 * @throws {AppError} `misconfigured` if a key is missing
 */
export async function checkEncryptionKeys(db: Kysely<Database>, keyring: Keyring): Promise<void> {
  await inTransaction(db, async (transaction) => {
    await acquireLock(transaction, encryptionKeysLock);
    const usedKeys = await requireEncryptionKeys(transaction, keyring);
    if (!usedKeys.some(({ id }) => id === keyring.present.id)) await noteKey(transaction, keyring);
  });
}

/**
 * Returns the keys that encrypted the database.
 * @throws {AppError} `misconfigured` if this process lacks one of them, for example after a key rotation has begun
 */
export async function requireEncryptionKeys(db: Kysely<Database>, keyring: Keyring) {
  const usedKeys = await db.selectFrom('encryptionKey').select(['id', 'proof']).execute();
  for (const { id, proof } of usedKeys) if (!isKnown(keyring, id, proof)) throw missingKey(keyring, id);
  return usedKeys;
}

function isKnown(keyring: Keyring, id: string, proof: Buffer): boolean {
  if (!keyring.keys.some((key) => key.id === id)) return false;
  return tryDecrypt(() => decryptSecret(proof, keyring, locationOf(id))) !== undefined;
}

async function noteKey(db: Transaction<Database>, keyring: Keyring): Promise<void> {
  const { id } = keyring.present;
  const proof = encryptSecret(id, keyring, locationOf(id));
  await db.insertInto('encryptionKey').values({ id, proof }).execute();
}

function missingKey({ keys }: Keyring, id: string): AppError {
  const known = keys.map((key) => key.id).join(' and ');
  return new AppError(
    'misconfigured',
    `The stored data were encrypted with the key ${id}, but this process has only ${known}. Add that key as REFRAIN_ENCRYPTION_KEY, in REFRAIN_ENCRYPTION_OTHER_KEYS or in REFRAIN_ENCRYPTION_KEY_FILE. Nothing was changed`,
  );
}
