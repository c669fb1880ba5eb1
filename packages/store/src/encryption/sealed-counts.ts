import type { EncryptionKeyStatus } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { encryptedValuePrefix, encryptionHeaderLength } from './encryption.ts';
import type { Keyring } from './keyring.ts';
import { sealedColumns } from './sealed-columns.ts';

/** Counts the encrypted values for each key: the present key first, then other known keys, then unknown keys. */
export async function countEncryptedValuesByKey(
  db: Kysely<Database>,
  keyring: Keyring,
): Promise<EncryptionKeyStatus[]> {
  const counts = new Map<string, number>();
  for (const { table, column } of sealedColumns) {
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
