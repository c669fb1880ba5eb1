import type { EncryptionStatus, KeyRotation } from '@refrain/domain';
import { AppError } from '@refrain/domain';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { RotationPosition } from '../schema/retention-tables.ts';
import { inTransaction, lockFor } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';
import { keysLock, letKeysGo } from './check-keys.ts';
import { keyMark, markedBytes, seal, unseal } from './encryption.ts';
import type { Keyring } from './keyring.ts';
import { readSealed, sealedColumns, writeSealed } from './sealed-columns.ts';
import { countByKey } from './sealed-counts.ts';

/** The keys of the stored data, and their re-encryption with another key. */
export interface EncryptionQueries {
  /** Counts the encrypted values by key. It reads the beginning of every value. */
  readEncryptionStatus(): Promise<EncryptionStatus>;
  /**
   * Starts to re-encrypt everything with this process's present key, or continues a rotation to the same key.
   * @param by who requests it
   * @throws {AppError} `conflict` while a rotation to another key is running
   */
  beginKeyRotation(by: string): Promise<KeyRotation>;
  findKeyRotation(): Promise<KeyRotation | null>;
  /**
   * Re-encrypts some values, in one transaction with the position to continue from.
   * @returns whether there is more to do
   * @throws {AppError} `misconfigured` if this process has another present key
   */
  continueKeyRotation(): Promise<boolean>;
}

/**
 * Values with another key that a completed pass finds were encrypted during it. A process that keeps doing so is not
 * waited for longer than this.
 */
const maxPasses = 5;

export function createEncryptionQueries(db: Kysely<Database>, keyring: Keyring): EncryptionQueries {
  const prefix = Buffer.concat([keyMark, keyring.present.idBytes]);
  const isOfAnother = (column: RawBuilder<unknown>) => sql`substr(${column}, 1, ${markedBytes}) <> ${prefix}`;

  async function countOfOthers(on: Kysely<Database>): Promise<number> {
    let total = 0;
    for (const { table, column } of sealedColumns) {
      const { rows } = await sql<{ count: number }>`
        select count(*)::integer as count from ${sql.table(table)}
        where ${sql.ref(column)} is not null and ${isOfAnother(sql.ref(column))}`.execute(on);
      total += rows[0]?.count ?? 0;
    }
    return total;
  }

  /** @returns the number of values that could not be decrypted */
  async function resealSome(transaction: Transaction<Database>, place: RotationPosition) {
    const column = sealedColumns[place.column];
    if (column === undefined) return null;
    const values = await readSealed(transaction, column, place.after, isOfAnother);
    const opened = values.flatMap((value) => {
      const secret = tryOpen(() => unseal(value.sealed, keyring, value.place));
      return secret === null ? [] : [{ key: value.key, sealed: seal(secret, keyring, value.place) }];
    });
    await writeSealed(transaction, column, opened);
    const after = values.at(-1)?.key ?? null;
    const next = after === null ? { column: place.column + 1, after: null } : { ...place, after };
    return { next, done: opened.length, unreadable: values.length - opened.length };
  }

  return {
    readEncryptionStatus: async () => ({
      keys: await countByKey(db, keyring),
      rotation: await findRotation(db),
    }),

    findKeyRotation: () => findRotation(db),

    beginKeyRotation(by) {
      return inTransaction(db, async (transaction) => {
        await lockFor(transaction, keysLock);
        const running = await findRotation(transaction);
        if (running?.state === 'running') {
          if (running.keyId === keyring.present.id) return running;
          throw new AppError(
            'conflict',
            `A rotation to the key ${running.keyId} is running, but this process encrypts with ${keyring.present.id}. Restart all processes with the same REFRAIN_ENCRYPTION_KEY`,
          );
        }
        const { id } = keyring.present;
        await transaction.deleteFrom('keyRotation').execute();
        await transaction
          .insertInto('keyRotation')
          .values({
            keyId: id,
            total: await countOfOthers(transaction),
            requestedBy: by,
            place: toJsonText(firstScope),
            endedAt: null,
          })
          .execute();
        return present(await findRotation(transaction));
      });
    },

    continueKeyRotation() {
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
        const step = await resealSome(transaction, row.place ?? firstScope);
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
          await update.set({ place: toJsonText(firstScope), passes: row.passes + 1, unreadable: 0 }).execute();
          return true;
        }
        if (remaining === row.unreadable) await letKeysGo(transaction, keyring.present);
        await update.set({ state: 'done', endedAt: sql<string>`now()`, unreadable: remaining }).execute();
        return false;
      });
    },
  };
}

const firstScope: RotationPosition = { column: 0, after: null };

async function findRotation(db: Kysely<Database>): Promise<KeyRotation | null> {
  const row = await db
    .selectFrom('keyRotation')
    .select(['keyId', 'state', 'total', 'done', 'unreadable', 'requestedBy', 'begunAt', 'endedAt'])
    .executeTakeFirst();
  return row ?? null;
}

function present(rotation: KeyRotation | null): KeyRotation {
  if (rotation === null) throw new AppError('internal', 'The running rotation has disappeared');
  return rotation;
}

function tryOpen(open: () => Buffer): Buffer | null {
  try {
    return open();
  } catch {
    return null;
  }
}
