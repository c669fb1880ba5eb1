import { ConnectionScope } from '@refrain/domain';
import { type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import { erasedRepositoryPlaceholder } from '../names/erased-name-recogniser.ts';
import { repositoryNamesLock } from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';
import { acquireLock, analysisLock } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';
import { removeFailureOrChangeRows } from './erase-subject-from-records.ts';
import type { ErasureSubjectNames } from './erasure-subject.ts';

export type RemovedRowCounts = Readonly<Record<string, number>>;

/** Deletes a repository's data and analysis results. Other steps erase its name from payloads and texts. */
export async function removeRepository(
  db: Transaction<Database>,
  { names, ids }: ErasureSubjectNames,
): Promise<RemovedRowCounts> {
  await acquireLock(db, analysisLock);
  await acquireLock(db, repositoryNamesLock);
  const lower = names.map((name) => name.toLowerCase());
  const isIts = (column: string | RawBuilder<unknown>) =>
    sql<SqlBool>`lower(${typeof column === 'string' ? sql.ref(column) : column}) = any(${lower})`;
  const listIds = async (table: 'failure' | 'change') =>
    (await db.selectFrom(table).select('id').where(isIts('repository')).execute()).map(({ id }) => id);
  const counted: Record<string, number> = {};
  const count = async (table: string, deleted: Promise<{ numAffectedRows?: bigint }>) => {
    counted[table] = (counted[table] ?? 0) + Number((await deleted).numAffectedRows ?? 0n);
  };

  const [failures, changes] = [await listIds('failure'), await listIds('change')];
  const touched = await listAffectedPatterns(db, failures, lower);
  const { rows: episodes } = await sql<{ id: string }>`
    select distinct episode_id as id from episode_member where failure_id = any(${failures})`.execute(db);
  const quoted = [...failures, ...changes, ...episodes.map(({ id }) => id)];
  await count(
    'report',
    sql`
      delete from report where pattern_id = any(${touched.all})
        or ${quotes(sql`report`, ['members[*].failureId', 'links[*].targetId', 'document.sources[*].id'], quoted)}`.execute(
      db,
    ),
  );
  // Deletes digests that mention the deleted failures or their patterns. Refrain writes the digests of the last week
  // and month again.
  await count(
    'digest',
    sql`delete from digest where ${quotes(sql`content`, ['document.sources[*].id'], [...quoted, ...touched.all])}`.execute(
      db,
    ),
  );
  await count(
    'improvement',
    sql`delete from improvement where ${isIts('repository')} or pattern_id = any(${touched.whole})`.execute(db),
  );
  await count(
    'pattern_measurement',
    sql`delete from pattern_measurement where pattern_id = any(${touched.all})`.execute(db),
  );
  await removeFailureOrChangeRows(db, 'failure', failures);
  await removeFailureOrChangeRows(db, 'change', changes);
  counted.failure = failures.length;
  counted.change = changes.length;
  await sql`delete from pattern_lineage where pattern_id = any(${touched.whole}) or related_pattern_id = any(${touched.whole})`.execute(
    db,
  );
  await count('pattern', sql`delete from pattern where id = any(${touched.whole})`.execute(db));
  await sql`update pattern set fingerprint = '' where id = any(${touched.all})`.execute(db);
  await sql`
    delete from event where pattern_id = any(${touched.whole})
      or (report_id is not null and not exists (select from report where report.id = report_id))
      or (digest_id is not null and not exists (select from digest where digest.id = digest_id))`.execute(db);
  await sql`delete from observed_episode where failure_ids ?| ${failures}::text[]`.execute(db);
  await sql`delete from observed_change where ${isIts('repository')}`.execute(db);
  await sql`delete from pending_pull_check where ${isIts('repository')}`.execute(db);
  await sql`delete from detection where ${isIts('repository')}`.execute(db);
  await count('pull_check', sql`delete from pull_check where ${isIts('repository')}`.execute(db));
  await count('catalogue_entry', sql`delete from catalogue_entry where ${isIts('repository')}`.execute(db));
  await count('correction', sql`delete from correction where ${isIts(sql`decision ->> 'repository'`)}`.execute(db));
  await sql`delete from code_owner where ${isIts('repository')}`.execute(db);
  for (const table of ['catalogue_entry', 'code_owner', 'service_dependency']) {
    await sql`delete from ${sql.table(table)} where lower(split_part(source, ':', 1)) = any(${lower})`.execute(db);
  }
  const isStream = (column: string) =>
    sql`lower(substr(${sql.ref(column)}, strpos(${sql.ref(column)}, ':') + 1)) = any(${lower})`;
  await count('stream', sql`delete from stream where ${isStream('stream')}`.execute(db));
  await sql`delete from completeness where ${isStream('stream')}`.execute(db);
  await sql`delete from connection_problem where ${isStream('subject')}`.execute(db);
  await count('scope_member', sql`delete from scope_member where ${isIts('name')} or id = any(${ids})`.execute(db));
  await sql`delete from former_name where ${isIts('former')} or ${isIts('present')}`.execute(db);
  await count(
    'provider_write',
    sql`
      update provider_write set target = ${erasedRepositoryPlaceholder}, content = '{}', url = null, undo = null, undo_requested_by = null
      where lower(split_part(target, '#', 1)) = any(${lower})`.execute(db),
  );
  await removeFromScopes(db, lower);
  return counted;
}

/** SQL for whether a JSON document contains any of the ids at any of the paths. */
function quotes(document: RawBuilder<unknown>, paths: readonly string[], ids: readonly string[]): RawBuilder<unknown> {
  const found = paths.map(
    (path) => sql`exists (
      select from jsonb_path_query(${document}, ${sql.lit(`$.${path}`)}) as said (id) where said.id #>> '{}' = any(${ids}))`,
  );
  return sql`(${sql.join(found, sql` or `)})`;
}

/**
 * Returns the ids of all patterns that have members in the repository (`all`), and of the patterns that have no other
 * members (`whole`).
 */
export async function listAffectedPatterns(
  db: Transaction<Database>,
  failureIds: readonly string[],
  names: readonly string[],
) {
  const { rows } = await sql<{ id: string; isWhole: boolean }>`
    select pattern.id,
      coalesce(bool_and(member.failure_id = any(${failureIds})), pattern.repositories <@ to_jsonb(${names}::text[])) as "isWhole"
    from pattern left join pattern_member member on member.pattern_id = pattern.id
    where exists (
      select from pattern_member its where its.pattern_id = pattern.id and its.failure_id = any(${failureIds})
    ) or exists (select from jsonb_array_elements_text(pattern.repositories) as name where lower(name) = any(${names}))
    group by pattern.id`.execute(db);
  return { all: rows.map(({ id }) => id), whole: rows.filter(({ isWhole }) => isWhole).map(({ id }) => id) };
}

/**
 * Removes the repository from scopes. If a scope becomes empty, stores a placeholder, because an empty list stands for
 * all repositories.
 */
async function removeFromScopes(db: Transaction<Database>, names: readonly string[]): Promise<void> {
  for (const { id, scope } of await db.selectFrom('connection').select(['id', 'scope']).forNoKeyUpdate().execute()) {
    const { repositories, postmortemFolders, ...rest } = ConnectionScope.parse(scope);
    const isIts = (name: string) => names.includes((name.split(':')[0] ?? '').trim().toLowerCase());
    const kept = repositories.filter((name) => !isIts(name));
    const remaining = {
      ...rest,
      repositories: kept.length === 0 && repositories.length > 0 ? [erasedRepositoryPlaceholder] : kept,
      postmortemFolders: postmortemFolders.filter((folder) => !isIts(folder)),
    };
    await db
      .updateTable('connection')
      .set({ scope: toJsonText(remaining) })
      .where('id', '=', id)
      .execute();
  }
}
