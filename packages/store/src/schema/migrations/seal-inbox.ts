import { type Kysely, sql } from 'kysely';
import type { Keyring } from '../../encryption/keyring.ts';
import { payloadPlace, sealPayload } from '../../inbox/payload.ts';
import { batchesOf } from '../../sql/batches.ts';
import { pack } from '../../sql/pack.ts';

/** Rows whose sizes are asked for at once. */
const rowsPerRead = 1_000;
/** Payloads, as text, that are held in memory at once. */
const limits = { count: 500, size: 16 * 1024 * 1024 };

const sealedTable = `
create table sealed_inbox (
  id bigint not null default nextval('inbox_id_seq'),
  connection_id text not null,
  source text not null,
  type text not null,
  delivery_key text collate "C" not null,
  payload bytea,
  payload_bytes integer not null,
  received_at timestamptz(3) not null default now(),
  problem text
);
alter table sealed_inbox alter column payload set storage external`;

/**
 * Indexes are made when all rows are in. What may expire is found by an index that an expired row leaves, so that no run
 * goes over those that are done.
 */
const replacement = `
create table inbox_waiting (id bigint primary key, connection_id text not null);
insert into inbox_waiting select id, connection_id from inbox where processed_at is null order by id;
alter sequence inbox_id_seq owned by none;
drop table inbox;
alter table sealed_inbox rename to inbox;
alter sequence inbox_id_seq owned by inbox.id;
alter table inbox
  add primary key (id),
  add foreign key (connection_id) references connection on delete cascade,
  add unique (connection_id, delivery_key);
create index inbox_unreadable on inbox (connection_id, id) where problem is not null;
create index inbox_expirable on inbox (received_at) where payload is not null`;

/**
 * Puts the inbox's payloads, which were plain, through `sealPayload`. The rows go to a new table: to update them in place
 * would leave one of twice the size, with the plain text still in its dead rows.
 */
export async function sealInbox(db: Kysely<unknown>, keyring: Keyring): Promise<void> {
  await run(db, sealedTable);
  for (let after = '0'; ; ) {
    const { rows } = await sql<{ id: string; bytes: number }>`
      select id, octet_length(payload::text) as bytes from inbox where id > ${after} order by id limit ${rowsPerRead}`.execute(
      db,
    );
    for await (const batch of batchesOf(rows, ({ bytes }) => bytes, limits)) {
      await sealRows(
        db,
        keyring,
        batch.map(({ id }) => id),
      );
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  await run(db, replacement);
}

async function sealRows(db: Kysely<unknown>, keyring: Keyring, ids: readonly string[]): Promise<void> {
  const { rows } = await sql<{ id: string; connectionId: string; deliveryKey: string; json: string }>`
    select id, connection_id, delivery_key, payload::text as json from inbox where id = any(${ids}::bigint[])`.execute(
    db,
  );
  const sealed = rows.map(({ connectionId, deliveryKey, json }) =>
    sealPayload(json, keyring, payloadPlace(connectionId, deliveryKey)),
  );
  const payloads = pack(sealed.map((row) => row.sealed));
  await sql`
    insert into sealed_inbox
    select id, connection_id, source, type, delivery_key, substr(${payloads.bytes}::bytea, start, length), bytes, received_at,
      case outcome when 'unreadable' then coalesce(problem, 'It could not be read') end
    from inbox join unnest(
      ${rows.map(({ id }) => id)}::bigint[],
      ${payloads.starts}::integer[],
      ${payloads.lengths}::integer[],
      ${sealed.map(({ bytes }) => bytes)}::integer[]
    ) as sealed (id, start, length, bytes) using (id)
    order by id`.execute(db);
}

async function run(db: Kysely<unknown>, statements: string): Promise<void> {
  for (const statement of statements.split(';\n')) await sql.raw(statement).execute(db);
}
