import type { CheckedOutcome, ListedCheck, PullCheck, PullCheckState } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { toJsonText } from './json-text.ts';
import { cursorAfter, inOrder, isAfter } from './list-order.ts';
import { countListed, type ListPage, toListPage } from './list-page.ts';
import { stableId } from './stable-id.ts';

/** A pull request by where it is. */
export type PullPlace = Pick<PullCheck, 'connectionId' | 'repository' | 'number'>;

export interface PullCheckListing {
  readonly state?: PullCheckState;
  readonly repository?: string;
  readonly patternId?: string;
  /** `next` of the page before. */
  readonly after?: string;
  /** Page size, at least 1. */
  readonly limit: number;
}

export interface WrittenCheck {
  readonly check: PullCheck;
  /** The provider's; null where there is none, or nothing more is to be said in it. */
  readonly checkRunId: number | null;
}

/** Checks on pull requests: one at most for each, at its newest commit. */
export interface PullCheckQueries {
  /**
   * Owes a pull request a check at its newest commit.
   * @returns its id, by which it is known again; null where it has one there already, or people want none
   */
  owe(check: Omit<PullCheck, 'id' | 'state' | 'url' | 'at'>): Promise<string | null>;
  /** One may be there from now on, whatever is answered: it is not written again. */
  begin(id: string): Promise<void>;
  /** It was refused, and surely not written: it is owed as before. */
  owed(id: string): Promise<void>;
  show(id: string, written: { readonly checkRunId: number; readonly url: string }): Promise<void>;
  find(place: PullPlace): Promise<WrittenCheck | null>;
  /** Someone says that it does not help. @returns where it stands; null where there is none of this id, or that was answered */
  dismiss(connectionId: string, id: string): Promise<PullPlace | null>;
  /** That was answered; nothing more is said in it. */
  close(id: string): Promise<void>;
  /** Those of a pattern in a repository, or with null of none. */
  listOf(patternId: string | null, repository: string): Promise<Pick<PullCheck, 'state' | 'at'>[]>;
  /** Newest first. @throws {AppError} `invalid_input` for a cursor that is not ours */
  list(listing: PullCheckListing): Promise<ListPage<ListedCheck>>;
}

const columns = [
  ...(['id', 'connectionId', 'repository', 'number', 'headSha', 'state', 'patternId', 'failureIds'] as const),
  ...(['score', 'usual', 'url', 'at'] as const),
] as const;
const order = {
  columns: [
    { key: 'at', reference: 'at', type: 'timestamptz' },
    { key: 'id', reference: 'id', type: 'text' },
  ],
  direction: 'desc',
} as const;

/** A cause that is less likely than not is none. */
const outcome = sql<CheckedOutcome>`(
  select case when bool_or(link.score >= .5 and link.status <> 'rejected') then 'failed' when count(change.id) > 0 then 'merged' else 'not_merged' end
  from change left join link on link.target_id = change.id and link.type = 'caused_by'
  where change.connection_id = pull_check.connection_id and change.kind = 'merged_pull_request'
    and change.external_id = pull_check.repository || '#' || pull_check.number
)`.as('outcome');

export function createPullCheckQueries(db: Kysely<Database>): PullCheckQueries {
  const set = async (id: string, values: { state?: PullCheckState; checkRunId?: string | null; url?: string }) => {
    await db.updateTable('pullCheck').set(values).where('id', '=', id).execute();
  };
  return {
    async owe({ failureIds, ...check }) {
      const id = stableId('pull check', check.connectionId, check.repository, String(check.number));
      const values = { ...check, failureIds: toJsonText(failureIds), state: 'owed' as const };
      const row = await db
        .insertInto('pullCheck')
        .values({ id, ...values })
        .onConflict((conflict) =>
          conflict
            .columns(['connectionId', 'repository', 'number'])
            .doUpdateSet({ ...values, checkRunId: null, url: null, at: sql`now()` })
            .where(sql<SqlBool>`pull_check.state <> 'unhelpful'`)
            .where(sql<SqlBool>`(pull_check.head_sha <> excluded.head_sha or pull_check.state = 'owed')`),
        )
        .returning('id')
        .executeTakeFirst();
      return row?.id ?? null;
    },
    begin: (id) => set(id, { state: 'given_up' }),
    owed: (id) => set(id, { state: 'owed' }),
    show: (id, { checkRunId, url }) => set(id, { state: 'shown', checkRunId: String(checkRunId), url }),
    close: (id) => set(id, { checkRunId: null }),

    async find({ connectionId, repository, number }) {
      const row = await db
        .selectFrom('pullCheck')
        .select([...columns, 'checkRunId'])
        .where('connectionId', '=', connectionId)
        .where('repository', '=', repository)
        .where('number', '=', number)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { checkRunId, ...check } = row;
      return { check, checkRunId: checkRunId === null ? null : Number(checkRunId) };
    },

    async dismiss(connectionId, id) {
      const row = await db
        .updateTable('pullCheck')
        .set({ state: 'unhelpful' })
        .where('id', '=', id)
        .where('connectionId', '=', connectionId)
        .where('state', 'in', ['shown', 'unhelpful'])
        .where('checkRunId', 'is not', null)
        .returning(['connectionId', 'repository', 'number'])
        .executeTakeFirst();
      return row ?? null;
    },

    listOf(patternId, repository) {
      return db
        .selectFrom('pullCheck')
        .select(['state', 'at'])
        .where('patternId', patternId === null ? 'is' : '=', patternId)
        .where('repository', '=', repository)
        .execute();
    },

    async list({ after, limit, ...filter }) {
      const matching = () => {
        let query = db.selectFrom('pullCheck');
        if (filter.state !== undefined) query = query.where('state', '=', filter.state);
        if (filter.repository !== undefined) query = query.where('repository', '=', filter.repository);
        if (filter.patternId !== undefined) query = query.where('patternId', '=', filter.patternId);
        return query;
      };
      let query = matching().select([...columns, outcome]);
      if (after !== undefined) query = query.where(isAfter(after, order));
      const rows = await query
        .orderBy(inOrder(order))
        .limit(limit + 1)
        .execute();
      return toListPage({
        ...{ rows, limit, after },
        cursorOf: (last) => cursorAfter(last, order),
        count: () => countListed(db, matching()),
      });
    },
  };
}
