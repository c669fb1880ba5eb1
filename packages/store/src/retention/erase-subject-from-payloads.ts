import { sql, type Transaction } from 'kysely';
import { type EncryptedColumn, encryptedColumns, readEncryptedValues } from '../encryption/encrypted-columns.ts';
import { decryptSecret, tryDecrypt } from '../encryption/encryption.ts';
import type { Keyring } from '../encryption/keyring.ts';
import { createPayloadLocation, decryptPayload, encryptPayload } from '../inbox/payload.ts';
import { findRecordRepository } from '../names/erased-names.ts';
import type { Database } from '../schema/database.ts';
import { toJsonText, toStorableText } from '../sql/json-text.ts';
import type { TextErasureBatchResult } from './erase-subject-from-texts.ts';
import type { ErasureSubjectMatcher, ErasureSubjectNames } from './erasure-subject.ts';

const columnOf = (table: string) => encryptedColumns.find((column) => column.table === table) as EncryptedColumn;

/**
 * Removes the subject from a batch of payloads. Deletes records of an erased repository, and payloads that no key
 * decrypts. Redacts the name in all other payloads, so that they can still be parsed.
 */
export async function eraseSubjectFromPayloads(
  db: Transaction<Database>,
  {
    keyring,
    matcher,
    subject,
    after,
  }: { keyring: Keyring; matcher: ErasureSubjectMatcher; subject: ErasureSubjectNames; after: string | null },
): Promise<TextErasureBatchResult> {
  const values = await readEncryptedValues(db, columnOf('inbox'), after);
  const gone: string[] = [];
  let changed = 0;
  for (const { key, sealed, location } of values) {
    const deliveryKey = location.part ?? '';
    const payload = tryDecrypt(() => decryptPayload(sealed, keyring, location));
    const repository = findRecordRepository(payload);
    if (payload === undefined) gone.push(key);
    else if (repository !== null && matcher.isRepository(repository.name, repository.id)) gone.push(key);
    else if ((await matcher.finds(payload)) || (await matcher.finds(deliveryKey))) {
      const newKey = toStorableText(matcher.redact(deliveryKey));
      const json = toJsonText(await matcher.redactInSlices(payload));
      const content = encryptPayload(json, keyring, createPayloadLocation(location.owner, newKey));
      changed += 1;
      await replace(db, { id: key, deliveryKey: newKey, ...content });
    }
  }
  await remove(db, gone);
  const found = changed + gone.length + (after === null ? await sweepKeys(db, matcher, subject) : 0);
  return { after: values.at(-1)?.key ?? null, found };
}

interface NewContent {
  readonly id: string;
  readonly deliveryKey: string;
  readonly sealed: Buffer;
  readonly bytes: number;
}

/**
 * Replaces the content and delivery key of a record. Deletes any other record that already has the new delivery key.
 */
async function replace(db: Transaction<Database>, { id, deliveryKey, sealed, bytes }: NewContent): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select other.id from inbox own join inbox other using (connection_id)
    where own.id = ${id} and other.id <> own.id and other.delivery_key = ${deliveryKey}`.execute(db);
  await remove(
    db,
    rows.map((row) => row.id),
  );
  await sql`update inbox set payload = ${sealed}, payload_bytes = ${bytes}, delivery_key = ${deliveryKey} where id = ${id}`.execute(
    db,
  );
}

async function remove(db: Transaction<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from inbox_waiting where id = any(${ids}::bigint[])`.execute(db);
  await sql`delete from inbox where id = any(${ids}::bigint[])`.execute(db);
}

/**
 * Removes the subject from rows whose payloads have expired. Their delivery keys may still contain a name, for example
 * `pull/acme/api/12/…`.
 */
async function sweepKeys(
  db: Transaction<Database>,
  matcher: ErasureSubjectMatcher,
  { kind }: ErasureSubjectNames,
): Promise<number> {
  const { rows } = await sql<{ id: string; deliveryKey: string }>`
    select id, delivery_key from inbox
    where payload is null and exists (
      select from unnest(${matcher.needles}::text[]) as wanted (needle) where strpos(lower(delivery_key), needle) > 0
    ) order by id for update`.execute(db);
  const found = await matcher.filter(rows, ({ deliveryKey }) => deliveryKey);
  if (kind === 'repository')
    await remove(
      db,
      found.map(({ id }) => id),
    );
  else {
    for (const { id, deliveryKey } of found) {
      await sql`
        update inbox set delivery_key = ${toStorableText(matcher.redact(deliveryKey))} where id = ${id} and not exists (
          select from inbox other where other.connection_id = inbox.connection_id
            and other.delivery_key = ${toStorableText(matcher.redact(deliveryKey))}
        )`.execute(db);
    }
    const foundKeys = found.map(({ deliveryKey }) => deliveryKey);
    await sql`delete from inbox where payload is null and delivery_key = any(${foundKeys})`.execute(db);
  }
  return found.length;
}

/** Deletes stored responses of idempotent requests that contain a name. */
export async function deleteResponsesWithErasedNames(
  db: Transaction<Database>,
  keyring: Keyring,
  matcher: ErasureSubjectMatcher,
): Promise<number> {
  const column = columnOf('repeatable_request');
  let found = 0;
  for (let after: string | null = null; ; ) {
    const values = await readEncryptedValues(db, column, after);
    const last = values.at(-1);
    if (last === undefined) return found;
    const gone: string[] = [];
    for (const { key, sealed, location } of values) {
      const answer = tryDecrypt(() => decryptSecret(sealed, keyring, location).toString('utf8'));
      if (answer === undefined || (await matcher.finds(answer))) gone.push(key);
    }
    found += gone.length;
    await sql`delete from repeatable_request where id = any(${gone})`.execute(db);
    after = last.key;
  }
}
