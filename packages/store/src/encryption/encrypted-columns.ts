import { type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { pack } from '../sql/pack.ts';
import type { SecretLocation } from './encryption.ts';

export interface EncryptedColumn {
  readonly table: string;
  readonly column: string;
  /** The column that identifies a row. */
  readonly key: string;
  readonly type: 'text' | 'bigint' | 'boolean';
  /** The columns whose values are passed to `locationOf`, in this order. */
  readonly owners: readonly string[];
  locationOf(...owners: string[]): SecretLocation;
}

export interface EncryptedValue {
  readonly key: string;
  readonly sealed: Buffer;
  readonly location: SecretLocation;
}

const keyed = (
  table: string,
  column: string,
  locationOf: (id: string) => SecretLocation,
  key = 'id',
  type: EncryptedColumn['type'] = 'text',
): EncryptedColumn => ({ table, column, key, type, owners: [key], locationOf });

/** All encrypted columns, which a key rotation re-encrypts. A test compares this list with the tables. */
export const encryptedColumns: readonly EncryptedColumn[] = [
  keyed('connection', 'credential', (owner) => ({ owner, what: 'credential' })),
  keyed('connection', 'webhook_secret', (owner) => ({ owner, what: 'webhook secret' })),
  keyed('connection', 'former_webhook_secret', (owner) => ({ owner, what: 'webhook secret' })),
  keyed('subscription', 'address', (owner) => ({ owner, what: 'address' })),
  keyed('subscription', 'secret', (owner) => ({ owner, what: 'webhook secret' })),
  keyed('app_registration', 'app', (part) => ({ owner: 'none', what: 'app', part }), 'state'),
  keyed('repeatable_request', 'answer', (part) => ({ owner: 'none', what: 'answer', part })),
  keyed('erasure', 'subject', (part) => ({ owner: 'none', what: 'recognition', part })),
  keyed('recognition', 'secret', () => ({ owner: 'none', what: 'recognition' }), 'only_row', 'boolean'),
  {
    table: 'inbox',
    column: 'payload',
    key: 'id',
    type: 'bigint',
    owners: ['connection_id', 'delivery_key'],
    locationOf: (owner, part) => ({ owner: owner ?? '', what: 'payload', part: part ?? '' }),
  },
];

const maxValues = 500;
const maxBytes = 16 * 1024 * 1024;

/**
 * Reads a batch of encrypted values, sorted by row key, and locks their rows against writes.
 * @param after the row key of the last value of the previous batch; null for the first batch
 * @param isWanted an additional condition on the encrypted column
 */
export async function readEncryptedValues(
  db: Transaction<Database>,
  column: EncryptedColumn,
  after: string | null,
  isWanted: (column: RawBuilder<unknown>) => RawBuilder<unknown> = () => sql`true`,
): Promise<EncryptedValue[]> {
  const [table, key, value] = [sql.table(column.table), sql.ref(column.key), sql.ref(column.column)];
  const type = sql.raw(column.type);
  const isAfter = after === null ? sql`true` : sql`${key} > ${after}::${type}`;
  const { rows: sized } = await sql<{ key: string; bytes: number }>`
    select ${key}::text as key, octet_length(${value}) as bytes from ${table}
    where ${value} is not null and ${isAfter} and ${isWanted(value)}
    order by ${key} limit ${maxValues} for no key update`.execute(db);
  const keys: string[] = [];
  for (let bytes = 0; keys.length < sized.length; ) {
    const next = sized[keys.length];
    if (next === undefined || (keys.length > 0 && bytes + next.bytes > maxBytes)) break;
    bytes += next.bytes;
    keys.push(next.key);
  }
  const owners = sql.join(column.owners.map((owner) => sql`${sql.ref(owner)}::text`));
  const { rows } = await sql<{ key: string; sealed: Buffer; owners: string[] }>`
    select ${key}::text as key, ${value} as sealed, array[${owners}] as owners from ${table}
    where ${key} = any(${keys}::${type}[]) order by ${key}`.execute(db);
  return rows.map(({ key: id, sealed, owners: names }) => ({ key: id, sealed, location: column.locationOf(...names) }));
}

export async function writeEncryptedValues(
  db: Transaction<Database>,
  { table, column, key, type }: EncryptedColumn,
  values: readonly Pick<EncryptedValue, 'key' | 'sealed'>[],
): Promise<void> {
  if (values.length === 0) return;
  const { bytes, starts, lengths } = pack(values.map(({ sealed }) => sealed));
  await sql`
    update ${sql.table(table)} set ${sql.ref(column)} = substr(${bytes}::bytea, start, length)
    from unnest(
      ${values.map((value) => value.key)}::${sql.raw(type)}[], ${starts}::integer[], ${lengths}::integer[]
    ) as given (given_key, start, length)
    where ${sql.ref(key)} = given_key`.execute(db);
}
