import { Change, type ChangeDraft, type Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { totalCountColumn } from '../sql/list-page.ts';
import { upsertChanges } from './drafts.ts';
import { isInRepository } from './name-indexes.ts';

export function createChangeQueries(db: Kysely<Database>, countOf: CountCache) {
  const changes = () => db.selectFrom('change').select(changeColumns);

  return {
    /** Stores drafts. An older version of a change never replaces a newer one. */
    async upsert(
      connectionId: string,
      drafts: readonly ChangeDraft[],
    ): Promise<{ changed: number; repositories: string[] }> {
      const owned = drafts.map((draft) => ({ connectionId, draft }));
      return inTransaction(db, (transaction) => upsertChanges(transaction, owned));
    },

    /** Returns the changes with the given ids that exist, sorted by id. */
    async findMany(ids: readonly string[]): Promise<Change[]> {
      if (ids.length === 0) return [];
      return changes().where(sql<SqlBool>`id = any(${ids})`).orderBy('id').execute();
    },

    /** Lists changes, sorted by `occurredAt`, then id. */
    listByRepository(connectionId: string, repository: string): Promise<Change[]> {
      return changes()
        .where('connectionId', '=', connectionId)
        .where(isInRepository(repository))
        .orderBy('occurredAt')
        .orderBy('id')
        .execute();
    },

    /** Returns a digest of the content of a repository's changes; null if there are none. */
    async findVersion(connectionId: string, repository: string): Promise<string | null> {
      const found = await db
        .selectFrom('change')
        .select(repositoryChangesVersion.as('version'))
        .where('connectionId', '=', connectionId)
        .where(isInRepository(repository))
        .having(sql<SqlBool>`count(*) > 0`)
        .executeTakeFirst();
      return found?.version ?? null;
    },

    /** Lists the successful deployments and merged pull requests of a period, newest first. */
    async listLatest(
      repositories: readonly string[],
      since: Instant,
      until: Instant,
      limit: number,
    ): Promise<Change[]> {
      if (repositories.length === 0) return [];
      return changes()
        .where(sql<SqlBool>`lower(repository) = any(${repositories.map((name) => name.toLowerCase())})`)
        .where('occurredAt', '>=', since)
        .where('occurredAt', '<=', until)
        .where('kind', 'in', ['deployment', 'merged_pull_request'])
        .where(sql<SqlBool>`succeeded is distinct from false`)
        .orderBy('occurredAt', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
    },

    listAll(): Promise<Change[]> {
      return changes().orderBy('occurredAt').orderBy('id').execute();
    },

    count: (): Promise<number> =>
      countOf({}, async () => (await db.selectFrom('change').select(totalCountColumn).executeTakeFirstOrThrow()).total),

    /**
     * Records that a repository was searched for reverts at this version of its changes (from `changes.findVersion`).
     */
    async recordDetection(connectionId: string, repository: string, version: string): Promise<void> {
      await sql`
        insert into detection (connection_id, repository, version)
        select id, ${repository}, ${version} from connection
        where id = ${connectionId} and exists (select from change where connection_id = ${connectionId} and ${isInRepository(repository)})
        on conflict (connection_id, hashtextextended(repository, 0)) do update set
          repository = excluded.repository, version = excluded.version, at = excluded.at`.execute(db);
    },

    /** Lists repositories whose changes differ from those that were last searched for reverts. */
    async listPendingDetections(): Promise<PendingRevertDetection[]> {
      const { rows } = await sql<PendingRevertDetection>`
        select present.connection_id, present.repository, detection.at as checked_at
        from (
          select connection_id, repository, ${repositoryChangesVersion} as version
          from change group by connection_id, repository
        ) as present
        left join detection on detection.connection_id = present.connection_id
          and hashtextextended(detection.repository, 0) = hashtextextended(present.repository, 0)
          and detection.repository = present.repository
        where detection.version is distinct from present.version
        order by 1, present.repository collate "C"`.execute(db);
      return rows;
    },

    /** Makes the detection pending for all repositories. Needed after the detection rules have changed. */
    async resetDetections(): Promise<void> {
      await sql`delete from detection`.execute(db);
    },
  };
}

export const repositoryChangesVersion = sql<string>`concat(count(*), ':', sum(fingerprint))`;

export const changeColumns = Change.keyof().options;

export interface PendingRevertDetection {
  readonly connectionId: string;
  readonly repository: string;
  /** When the repository was last searched for reverts; null before the first search. */
  readonly checkedAt: Instant | null;
}
