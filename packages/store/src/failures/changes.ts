import type { Change, ChangeDraft, Instant } from '@refrain/domain';
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
        .select(changesVersion.as('version'))
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
  };
}

export const changesVersion = sql<string>`concat(count(*), ':', sum(fingerprint))`;

export const changeColumns = [
  'id',
  'connectionId',
  'kind',
  'externalId',
  'repository',
  'environment',
  'title',
  'text',
  'sha',
  'parents',
  'number',
  'branch',
  'base',
  'paths',
  'occurredAt',
  'succeeded',
  'url',
  'version',
] as const;
