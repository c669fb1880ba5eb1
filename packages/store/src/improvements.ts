import { AppError, type Improvement, type ImprovementState } from '@refrain/domain';
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import type { WithLock } from './advisory-lock.ts';
import { decodeCursor, encodeCursor, isInstantAndId } from './cursor.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { storableText } from './json-text.ts';
import { countOfAll, type ListPage, toListPage } from './list-page.ts';
import { stableId } from './stable-id.ts';

export interface ImprovementQueries {
  /** One per pattern. While it is proposed it follows the proposal; from then on a person has decided and it stays. */
  ensure(
    patternId: string,
    proposal: { readonly repository: string | null; readonly title: string },
  ): Promise<Improvement>;
  /** Newest first. @throws {AppError} `invalid_input` for a cursor that is not ours */
  list(filter: {
    readonly state?: ImprovementState;
    readonly limit: number;
    readonly after?: string;
  }): Promise<ListPage<Improvement>>;
  find(id: string): Promise<Improvement | null>;
  findByPattern(patternId: string): Promise<Improvement | null>;
  /** Proposed becomes approved; approved or opened stays. @throws {AppError} `conflict` in any other state, `not_found` */
  approve(id: string, edit: { readonly repository?: string; readonly title?: string }): Promise<Improvement>;
  /** Approved becomes opened; the same issue again changes nothing. @throws {AppError} `conflict`, `not_found` */
  recordIssue(id: string, issue: { readonly number: number; readonly url: string }): Promise<Improvement>;
  /** Oldest first. */
  listApproved(): Promise<Improvement[]>;
  /** Runs `work` while no other process holds the lock of this improvement. */
  withLock<T>(id: string, work: () => Promise<T>): Promise<T>;
}

export function createImprovementQueries(db: Kysely<Database>, withLock: WithLock): ImprovementQueries {
  const improvements = () => db.selectFrom('improvement').selectAll();

  async function find(id: string): Promise<Improvement | null> {
    return (await improvements().where('id', '=', id).executeTakeFirst()) ?? null;
  }

  /** The stored one, locked until the transaction ends. */
  async function lock(transaction: Transaction<Database>, id: string): Promise<Improvement> {
    const found = await transaction
      .selectFrom('improvement')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) throw new AppError('not_found', `There is no improvement ${id}`);
    return found;
  }

  function update(
    transaction: Transaction<Database>,
    id: string,
    change: Partial<Pick<Improvement, 'state' | 'repository' | 'title' | 'issueNumber' | 'issueUrl'>>,
  ): Promise<Improvement> {
    return transaction
      .updateTable('improvement')
      .set({ ...change, updatedAt: sql`now()` })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
  }

  return {
    find,

    ensure(patternId, { repository, title }) {
      const id = stableId('improvement', patternId);
      return inTransaction(db, async (transaction) => {
        await transaction
          .insertInto('improvement')
          .values({ id, patternId, repository, title: storableText(title) })
          .onConflict((conflict) => conflict.column('patternId').doNothing())
          .execute();
        const stored = await lock(transaction, id);
        const follows = stored.state === 'proposed' && (stored.repository !== repository || stored.title !== title);
        return follows ? update(transaction, id, { repository, title: storableText(title) }) : stored;
      });
    },

    async list({ state, limit, after }) {
      const matching = () => (state === undefined ? improvements() : improvements().where('state', '=', state));
      const { total } = await matching().clearSelect().select(countOfAll).executeTakeFirstOrThrow();
      let query = matching();
      if (after !== undefined) {
        const [createdAt, id] = decodeCursor(after, 'improvements', isInstantAndId);
        query = query.where(sql<SqlBool>`(created_at, id) < (${createdAt}::timestamptz, ${id}::text)`);
      }
      const rows = await query
        .orderBy('createdAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      return toListPage(rows, limit, total, (last) => encodeCursor('improvements', [last.createdAt, last.id]));
    },

    async findByPattern(patternId) {
      return (await improvements().where('patternId', '=', patternId).executeTakeFirst()) ?? null;
    },

    approve(id, edit) {
      return inTransaction(db, async (transaction) => {
        const { state } = await lock(transaction, id);
        if (state === 'approved' || state === 'opened') return lock(transaction, id);
        if (state !== 'proposed') throw contradiction(id, state, 'approved');
        const title = edit.title === undefined ? {} : { title: storableText(edit.title) };
        const repository = edit.repository === undefined ? {} : { repository: storableText(edit.repository) };
        return update(transaction, id, { state: 'approved', ...title, ...repository });
      });
    },

    recordIssue(id, { number, url }) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        if (stored.issueNumber === number && stored.issueUrl === url) return stored;
        if (stored.state !== 'approved') throw contradiction(id, stored.state, `opened as issue ${number}`);
        return update(transaction, id, { state: 'opened', issueNumber: number, issueUrl: url });
      });
    },

    listApproved() {
      return improvements().where('state', '=', 'approved').orderBy('createdAt').orderBy('id').execute();
    },

    withLock: (id, work) => withLock(`improvement/${id}`, work),
  };
}

function contradiction(id: string, state: ImprovementState, wanted: string): AppError {
  return new AppError('conflict', `Improvement ${id} is ${state} and cannot become ${wanted}`, {
    context: { id, state },
  });
}
