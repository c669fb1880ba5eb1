import { inflateSync } from 'node:zlib';
import { encryptedColumns } from '../encryption/encrypted-columns.ts';
import { decryptSecret } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';

type Query = (text: string) => Promise<Record<string, unknown>[]>;

/**
 * Finds texts in all rows of a database, ignoring case. Searches the text form of each row, binary values, and
 * decrypted values.
 * @returns the places as `table` or `table.column`, each once
 */
export async function grepDatabase(query: Query, keyring: Keyring, texts: readonly string[]): Promise<string[]> {
  const wanted = texts.map((text) => text.toLowerCase());
  const holds = (text: string) => wanted.some((one) => text.toLowerCase().includes(one));
  const found = new Set<string>();
  const tables = await query(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  const plain = tables.map(({ name }) => `select '${name}' as name, row::text as row from "${name}" as row`);
  for (const { name, row } of await query(plain.join(' union all '))) {
    const bytes = (_: string, hex: string) => Buffer.from(hex, 'hex').toString('latin1');
    if (holds(String(row).replaceAll(/\\x([\da-f]*)/gu, bytes))) found.add(String(name));
  }
  const sealed = encryptedColumns.map(({ table, column, owners }, nth) => {
    const named = owners.map((owner) => `"${owner}"::text`).join(', ');
    return `select ${nth} as nth, "${column}" as sealed, json_build_array(${named})::text as owners from ${table} where "${column}" is not null`;
  });
  for (const row of await query(sealed.join(' union all '))) {
    const column = encryptedColumns[Number(row.nth)];
    if (column === undefined) continue;
    const opened = decryptSecret(
      row.sealed as Buffer,
      keyring,
      column.locationOf(...(JSON.parse(String(row.owners)) as string[])),
    );
    if (holds(inflated(opened))) found.add(`${column.table}.${column.column}`);
  }
  return [...found].sort();
}

function inflated(content: Buffer): string {
  try {
    return inflateSync(content).toString('utf8');
  } catch {
    return content.toString('utf8');
  }
}
