import {
  AppError,
  type IntendedWrite,
  type ProviderWrite,
  type UndoRequest,
  type WriteAction,
  type WriteOutcome,
  type WriteState,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { canonicalJson, toJsonText, toStorableText } from '../sql/json-text.ts';
import { newestFirstOrder } from '../sql/list-order.ts';
import { countListedRows, type ListPage, readListPage } from '../sql/list-page.ts';
import { randomId, stableId } from '../sql/stable-id.ts';

export interface ProviderWriteListOptions {
  readonly state?: WriteState;
  readonly action?: WriteAction;
  /**
   * The target of the writes: `acme/api`, `acme/api#12` or the id of an incident. The write that opened an issue counts
   * as a write to the issue.
   */
  readonly target?: string;
  readonly after?: string;
  readonly limit: number;
}

export interface RequestedWriteUndo {
  readonly connectionId: string;
  readonly target: string;
  readonly url: string | null;
  readonly request: UndoRequest;
  readonly by: string;
}

const columns = [
  ...(['id', 'connectionId', 'action', 'target', 'why', 'by', 'content', 'state', 'url', 'problem'] as const),
  ...(['at', 'completedAt'] as const),
] as const;
const isUndoable = sql<boolean>`state = 'done' and undo is not null`.as('isUndoable');

const pattern = sql<ProviderWrite['pattern']>`(
  select jsonb_build_object('id', pattern.id, 'name', pattern.name)
  from improvement join pattern on pattern.id = improvement.pattern_id
  where improvement.issue_url = provider_write.url
    or provider_write.target = improvement.repository || '#' || improvement.issue_number
  limit 1
)`.as('pattern');

/** The write that opened an issue is stored without the issue's number, which did not exist yet. */
function isAt(target: string) {
  const [, repository, number] = /^(.+)#(\d+)$/u.exec(target) ?? [];
  if (repository === undefined) return sql<SqlBool>`target = ${target}`;
  return sql<SqlBool>`(target = ${target}
    or action = 'open_issue' and target = ${repository} and url like ${`%/issues/${number}`})`;
}

/** Reads and writes the audit log of all writes at providers. */
export function createProviderWriteQueries(db: Kysely<Database>) {
  const toRow = (connectionId: string, { action, target, why, by, content }: IntendedWrite) => ({
    connectionId,
    action,
    target,
    why: toStorableText(why),
    by: toStorableText(by),
    content: toJsonText(content),
  });
  const find = async (id: string) =>
    (await db
      .selectFrom('providerWrite')
      .select([...columns, isUndoable, pattern])
      .where('id', '=', id)
      .executeTakeFirst()) ?? null;

  return {
    findWrite: find,

    /** Stores a write before it is sent, and returns the write's id. */
    async beginWrite(connectionId: string, write: IntendedWrite): Promise<string> {
      const id = randomId();
      await db
        .insertInto('providerWrite')
        .values({ id, ...toRow(connectionId, write), state: 'begun' })
        .execute();
      return id;
    },

    async finishWrite(id: string, outcome: WriteOutcome): Promise<void> {
      const result =
        outcome.state === 'done'
          ? { url: outcome.url, undo: outcome.undo === null ? null : toJsonText(outcome.undo), problem: null }
          : { problem: toStorableText(outcome.problem) };
      await db
        .updateTable('providerWrite')
        .set({ state: outcome.state, ...result, completedAt: sql`now()` })
        .where('id', '=', id)
        .execute();
    },

    /** Stores a write that is not sent because of a dry run. If the same write was planned before, updates its time. */
    async planWrite(connectionId: string, write: IntendedWrite): Promise<void> {
      const { action, target, content } = write;
      const id = stableId('planned', connectionId, action, target, canonicalJson(content));
      await db
        .insertInto('providerWrite')
        .values({ id, ...toRow(connectionId, write), state: 'planned' })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: sql`now()` }))
        .execute();
    },

    async listWrites({ after, limit, ...filter }: ProviderWriteListOptions): Promise<ListPage<ProviderWrite>> {
      const matching = () => {
        let query = db.selectFrom('providerWrite');
        if (filter.state !== undefined) query = query.where('state', '=', filter.state);
        if (filter.action !== undefined) query = query.where('action', '=', filter.action);
        if (filter.target !== undefined) query = query.where(isAt(filter.target));
        return query;
      };
      const count = () => countListedRows(db, matching());
      return readListPage(matching().select([...columns, isUndoable, pattern]), {
        order: newestFirstOrder,
        after,
        limit,
        count,
      });
    },

    /** @throws {AppError} `not_found`; `conflict` if the write cannot be undone */
    async requestUndo(id: string, by: string): Promise<ProviderWrite> {
      const { numUpdatedRows } = await db
        .updateTable('providerWrite')
        .set({ undoRequestedBy: toStorableText(by), problem: null })
        .where('id', '=', id)
        .where('state', '=', 'done')
        .where('undo', 'is not', null)
        .executeTakeFirst();
      const found = await find(id);
      if (found === null) throw new AppError('not_found', `There is no write ${id}`);
      if (numUpdatedRows > 0n) return found;
      throw new AppError(
        'conflict',
        found.state === 'undone'
          ? 'The write was already undone'
          : 'The write cannot be undone, because the provider does not support it or because the write did not succeed',
      );
    },

    async listRequestedUndos(): Promise<string[]> {
      const requested = db.selectFrom('providerWrite').select('id').where('undoRequestedBy', 'is not', null);
      return (await requested.orderBy('at').execute()).map(({ id }) => id);
    },

    /** Returns how to undo a write; null if no undo was requested. */
    async findRequestedUndo(id: string): Promise<RequestedWriteUndo | null> {
      const found = await db
        .selectFrom('providerWrite')
        .select(['connectionId', 'target', 'url', 'undo', 'undoRequestedBy'])
        .where('id', '=', id)
        .where('state', '=', 'done')
        .executeTakeFirst();
      if (found === undefined || found.undo === null || found.undoRequestedBy === null) return null;
      const { connectionId, target, url, undo: request, undoRequestedBy: by } = found;
      return { connectionId, target, url, request, by };
    },

    /** @param problem why the write could not be undone; null if it was undone */
    async finishUndo(id: string, problem: string | null): Promise<void> {
      const result = problem === null ? { state: 'undone' as const } : { problem: toStorableText(problem) };
      await db
        .updateTable('providerWrite')
        .set({ ...result, undoRequestedBy: null })
        .where('id', '=', id)
        .execute();
    },
  };
}
