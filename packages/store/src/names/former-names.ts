import type { ChangeDraft, FailureDraft, Instant } from '@refrain/domain';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { acquireLock, acquireSharedLock, inTransaction } from '../sql/in-transaction.ts';

export interface RepositoryRename {
  /** The former name as `owner/name`. */
  readonly from: string;
  readonly to: string;
}

export interface FormerRepositoryName {
  readonly connectionId: string;
  readonly former: string;
  readonly present: string;
  /** When another repository took the former name; null if none did. */
  readonly takenAt: Instant | null;
}

/** The lock for renaming repositories. Writers of data about repositories acquire it in shared mode. */
export const repositoryNamesLock = 'repository names';

/**
 * Reads all former names, sorted by connection, name and `takenAt`, and prevents new ones until the transaction ends.
 */
export async function lockFormerRepositoryNames(transaction: Transaction<Database>): Promise<FormerRepositoryName[]> {
  await acquireSharedLock(transaction, repositoryNamesLock);
  return transaction
    .selectFrom('formerName')
    .select(['connectionId', 'former', 'present', 'takenAt'])
    .orderBy('connectionId')
    .orderBy('former')
    .orderBy(sql`taken_at nulls last`)
    .execute();
}

/** Returns the current name of the repository that had this name at `receivedAt`; null means now. */
export function resolveCurrentRepositoryName(
  names: readonly FormerRepositoryName[],
  name: string,
  receivedAt: Instant | null,
): string {
  const found = names.find(
    ({ former, takenAt }) => former === name && (takenAt === null || (receivedAt !== null && receivedAt < takenAt)),
  );
  return found?.present ?? name;
}

/** SQL for the current name of a repository that is given by its current or a former name. */
export function selectCurrentRepositoryName(connectionId: string, name: string): RawBuilder<string> {
  return sql<string>`coalesce((
    select present from former_name where connection_id = ${connectionId} and former = ${name} and taken_at is null limit 1
  ), ${name})`;
}

/** Returns the draft as if the repository had always had its current name. Texts stay as people wrote them. */
export function renameRepositoryInDraft<Draft extends FailureDraft | ChangeDraft>(
  draft: Draft,
  from: string,
  to: string,
): Draft {
  return {
    ...draft,
    externalId: renameRepositoryInExternalId(draft.externalId, from, to),
    repository: draft.repository === from ? to : draft.repository,
    url: draft.url && renameRepositoryInUrl(draft.url, from, to),
    ...('references' in draft
      ? { references: draft.references.map((url) => renameRepositoryInUrl(url, from, to)) }
      : {}),
  };
}

/**
 * Renames the repository in an external id such as `acme/api#12` or `acme/api@<sha>`. Returns any other id unchanged.
 */
export function renameRepositoryInExternalId(externalId: string, from: string, to: string): string {
  const rest = externalId.slice(from.length);
  return externalId.startsWith(from) && (rest.startsWith('#') || rest.startsWith('@')) ? to + rest : externalId;
}

/** Renames the repository `from` in a URL. Returns any other URL unchanged. */
export function renameRepositoryInUrl(url: string, from: string, to: string): string {
  const at = `${url}/`.indexOf(`/${from}/`);
  return at < 0 ? url : `${url.slice(0, at + 1)}${to}${url.slice(at + 1 + from.length)}`;
}

/** Applies the current names of repositories to a draft that arrived at `receivedAt`. */
export function applyCurrentRepositoryNames<Draft extends FailureDraft | ChangeDraft>(
  names: readonly FormerRepositoryName[],
  { connectionId, draft, receivedAt }: { connectionId: string; draft: Draft; receivedAt: Instant | null },
): Draft {
  const namesHere = names.filter((name) => name.connectionId === connectionId);
  const { repository } = draft;
  const to = repository === null ? null : resolveCurrentRepositoryName(namesHere, repository, receivedAt);
  const renamed =
    repository === null || to === null || to === repository ? draft : renameRepositoryInDraft(draft, repository, to);
  return 'references' in renamed
    ? { ...renamed, references: referencesNow(names, renamed.references, receivedAt) }
    : renamed;
}

/** Uses the names of all connections, because a PagerDuty incident can refer to an issue of a GitHub connection. */
function referencesNow(
  names: readonly FormerRepositoryName[],
  references: readonly string[],
  receivedAt: Instant | null,
): string[] {
  return references.map((url) => {
    const found = names.find(
      ({ former, takenAt }) =>
        (takenAt === null || (receivedAt !== null && receivedAt < takenAt)) &&
        renameRepositoryInUrl(url, former, '') !== url,
    );
    return found === undefined ? url : renameRepositoryInUrl(url, found.former, found.present);
  });
}

/** Returns a function that lists all variants of a delivery key, one for each former name of its repository. */
export async function readDeliveryKeysUnderFormerNames(
  db: Kysely<Database>,
  connectionId: string,
): Promise<(key: string) => string[]> {
  const names = await db
    .selectFrom('formerName')
    .select(['former', 'present'])
    .where('connectionId', '=', connectionId)
    .execute();
  return (key) => [
    key,
    ...names.flatMap(({ former, present }) => {
      const renamed = renameRepositoryInUrl(key, present, former);
      return renamed === key ? [] : [renamed];
    }),
  ];
}

export async function writeFormerRepositoryName(
  db: Kysely<Database>,
  connectionId: string,
  from: string,
  to: string,
): Promise<void> {
  await markFormerRepositoryNamesTaken(db, connectionId, [to]);
  await sql`
    update former_name set present = ${to}
    where connection_id = ${connectionId} and present = ${from}
      and not exists (
        select from former_name other
        where other.connection_id = ${connectionId} and other.former = former_name.former and other.present = ${to}
      )`.execute(db);
  await sql`
    insert into former_name (connection_id, former, present) values (${connectionId}, ${from}, ${to})
    on conflict (connection_id, former, present) do update set taken_at = null`.execute(db);
  await sql`delete from former_name where connection_id = ${connectionId} and former = present`.execute(db);
}

/** Stores names of scope members as former names of these members. Skips known names. */
export async function addFormerRepositoryNames(
  db: Kysely<Database>,
  connectionId: string,
  named: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  if (named.length === 0) return;
  const unknown = sql<{ former: string; present: string }>`
    select distinct on (named.name) named.name as former, member.name as present
    from unnest(${named.map(({ id }) => id)}::text[], ${named.map(({ name }) => name)}::text[]) as named (id, name)
    join scope_member member on member.connection_id = ${connectionId} and member.id = named.id
    where not exists (select from scope_member other where other.connection_id = ${connectionId} and other.name = named.name)
      and not exists (
        select from former_name known where known.connection_id = ${connectionId} and known.former = named.name
      )`;
  const { rows } = await unknown.execute(db);
  if (rows.length === 0) return;
  await inTransaction(db, async (transaction) => {
    await acquireLock(transaction, repositoryNamesLock);
    await sql`
      insert into former_name (connection_id, former, present)
      select ${connectionId}, former, present from (${unknown}) as learnt`.execute(transaction);
  });
}

/**
 * Records that other repositories have taken these former names. From now on, data under these names belong to those
 * repositories.
 */
export async function markFormerRepositoryNamesTaken(
  db: Kysely<Database>,
  connectionId: string,
  names: readonly string[],
): Promise<void> {
  await sql`
    update former_name set taken_at = clock_timestamp()
    where connection_id = ${connectionId} and taken_at is null and former = any(${names})`.execute(db);
}
