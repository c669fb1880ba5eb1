import { AppError, type EncryptionKeyStatus, type EncryptionStatus, type KeyRotation } from '@refrain/domain';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { KeyRotationPosition } from '../schema/retention-tables.ts';
import { acquireLock, inTransaction } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';
import { encryptionKeysLock } from './check-encryption-keys.ts';
import { encryptedColumns, readEncryptedValues, writeEncryptedValues } from './encrypted-columns.ts';
import {
  decryptSecret,
  encryptedValuePrefix,
  encryptionHeaderLength,
  encryptSecret,
  tryDecrypt,
} from './encryption.ts';
import type { Keyring } from './keyring.ts';

/**
 * Maximum number of passes over all values. Another pass is needed if a process with an old key has encrypted a value
 * during the previous pass.
 */
const maxPasses = 5;

export function createKeyRotationQueries(db: Kysely<Database>, keyring: Keyring) {
  const prefix = Buffer.concat([encryptedValuePrefix, keyring.present.idBytes]);
  const isOfAnother = (column: RawBuilder<unknown>) =>
    sql`substr(${column}, 1, ${encryptionHeaderLength}) <> ${prefix}`;

  async function countOfOthers(on: Kysely<Database>): Promise<number> {
    let total = 0;
    for (const { table, column } of encryptedColumns) {
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from ${sql.table(table)}
        where ${sql.ref(column)} is not null and ${isOfAnother(sql.ref(column))}`.execute(on);
      total += rows[0]?.count ?? 0;
    }
    return total;
  }

  async function resealSome(transaction: Transaction<Database>, position: KeyRotationPosition) {
    const column = encryptedColumns[position.column];
    if (column === undefined) return null;
    const values = await readEncryptedValues(transaction, column, position.after, isOfAnother);
    const opened = values.flatMap((value) => {
      const secret = tryDecrypt(() => decryptSecret(value.sealed, keyring, value.location));
      return secret === undefined ? [] : [{ key: value.key, sealed: encryptSecret(secret, keyring, value.location) }];
    });
    await writeEncryptedValues(transaction, column, opened);
    const after = values.at(-1)?.key ?? null;
    const next = after === null ? { column: position.column + 1, after: null } : { ...position, after };
    return { next, done: opened.length, unreadable: values.length - opened.length };
  }

  return {
    /** Counts the encrypted values by key. Reads the beginning of every value. */
    readEncryptionStatus: async (): Promise<EncryptionStatus> => ({
      keys: await countEncryptedValuesByKey(db, keyring),
      rotation: await findRotation(db),
    }),

    findKeyRotation: (): Promise<KeyRotation | null> => findRotation(db),

    /**
     * Starts to re-encrypt all values with the present key of this process, or continues a rotation to that key.
     * @throws {AppError} `conflict` while a rotation to another key is running
     */
    beginKeyRotation(by: string): Promise<KeyRotation> {
      return inTransaction(db, async (transaction) => {
        await acquireLock(transaction, encryptionKeysLock);
        const running = await findRotation(transaction);
        if (running?.state === 'running') {
          if (running.keyId === keyring.present.id) return running;
          throw new AppError(
            'conflict',
            `A rotation to the key ${running.keyId} is running, but this process encrypts with ${keyring.present.id}. Restart all processes with the same REFRAIN_ENCRYPTION_KEY`,
          );
        }
        await transaction.deleteFrom('keyRotation').execute();
        const total = await countOfOthers(transaction);
        return transaction
          .insertInto('keyRotation')
          .values({ keyId: keyring.present.id, total, requestedBy: by, place: toJsonText(start) })
          .returning(rotationColumns)
          .executeTakeFirstOrThrow();
      });
    },

    /**
     * Re-encrypts a batch of values and stores the position, in one transaction.
     * @returns whether there is more to do
     * @throws {AppError} `misconfigured` if this process has another present key
     */
    continueKeyRotation(): Promise<boolean> {
      return inTransaction(db, async (transaction) => {
        const row = await transaction.selectFrom('keyRotation').selectAll().forUpdate().executeTakeFirst();
        if (row === undefined || row.state === 'done') return false;
        if (row.keyId !== keyring.present.id) {
          throw new AppError(
            'misconfigured',
            `A rotation to the key ${row.keyId} is running, but this process encrypts with ${keyring.present.id}. Restart it with the new REFRAIN_ENCRYPTION_KEY`,
          );
        }
        const update = transaction.updateTable('keyRotation');
        const step = await resealSome(transaction, row.place ?? start);
        if (step !== null) {
          await update
            .set({
              place: toJsonText(step.next),
              done: row.done + step.done,
              unreadable: row.unreadable + step.unreadable,
            })
            .execute();
          return true;
        }
        const remaining = await countOfOthers(transaction);
        if (remaining > row.unreadable && row.passes < maxPasses) {
          await update.set({ place: toJsonText(start), passes: row.passes + 1, unreadable: 0 }).execute();
          return true;
        }
        if (remaining === row.unreadable)
          await transaction.deleteFrom('encryptionKey').where('id', '!=', keyring.present.id).execute();
        await update.set({ state: 'done', endedAt: sql<string>`now()`, unreadable: remaining }).execute();
        return false;
      });
    },
  };
}

const start: KeyRotationPosition = { column: 0, after: null };
const rotationColumns = [
  ...(['keyId', 'state', 'total', 'done', 'unreadable'] as const),
  ...(['requestedBy', 'begunAt', 'endedAt'] as const),
] as const;

async function findRotation(db: Kysely<Database>): Promise<KeyRotation | null> {
  return (await db.selectFrom('keyRotation').select(rotationColumns).executeTakeFirst()) ?? null;
}

/** Counts the encrypted values for each key: the present key first, then other known keys, then unknown keys. */
export async function countEncryptedValuesByKey(
  db: Kysely<Database>,
  keyring: Keyring,
): Promise<EncryptionKeyStatus[]> {
  const counts = new Map<string, number>();
  for (const { table, column } of encryptedColumns) {
    const { rows } = await sql<{ id: string; count: number }>`
      select encode(substr(head, ${encryptedValuePrefix.length + 1}), 'hex') as id,
        count(*)::integer as count
      from (
        select substr(${sql.ref(column)}, 1, ${encryptionHeaderLength}) as head from ${sql.table(table)}
        where ${sql.ref(column)} is not null
      ) as sealed group by 1`.execute(db);
    for (const { id, count } of rows) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  const usedKeys = await db.selectFrom('encryptionKey').select('id').orderBy('since').execute();
  const known = keyring.keys.map(({ id }) => id);
  const ids = new Set([...known, ...usedKeys.map(({ id }) => id), ...counts.keys()]);
  return [...ids].map((id) => ({
    id,
    isPresent: id === keyring.present.id,
    isGiven: known.includes(id),
    isNeeded: (counts.get(id) ?? 0) > 0 || usedKeys.some((key) => key.id === id),
    values: counts.get(id) ?? 0,
  }));
}
