import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { limitExternalIdLength } from './drafts.ts';

export function createStoredExternalIdQueries(db: Kysely<Database>) {
  return {
    /** Returns those of the given external ids that failures of the connection have. */
    async findStoredExternalIds(connectionId: string, ids: readonly string[]): Promise<Set<string>> {
      const idsByStored = new Map(ids.map((id) => [limitExternalIdLength(id), id]));
      const rows = await db
        .selectFrom('failure')
        .select('externalId')
        .where('connectionId', '=', connectionId)
        .where(sql<SqlBool>`external_id = any(${[...idsByStored.keys()]})`)
        .execute();
      return new Set(rows.map(({ externalId }) => idsByStored.get(externalId) ?? externalId));
    },
  };
}
