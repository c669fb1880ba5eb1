import { AppError, type Improvement, type ImprovementState } from '@refrain/domain';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { WithLock } from './advisory-lock.ts';
import type { Database } from './database.ts';
import { inTransaction } from './in-transaction.ts';
import { storableText } from './json-text.ts';
import type { CountOf } from './kept-counts.ts';
import { cursorAfter, inOrder, isAfter } from './list-order.ts';
import { countListed, type ListPage, toListPage } from './list-page.ts';
import { stableId } from './stable-id.ts';

export interface ImprovementListing {
  readonly state?: ImprovementState;
  /** At most one: a pattern has no more. */
  readonly patternId?: string;
  readonly repository?: string;
  /** By the instant at which they were proposed: `desc`, newest first, unless told. */
  readonly order?: 'asc' | 'desc';
  /** `next` of the page before. */
  readonly after?: string;
  /** Page size, at least 1. */
  readonly limit: number;
}

export interface ImprovementQueries {
  /** One per pattern. While it is proposed it follows the proposal; from then on a person has decided and it stays. */
  ensure(
    patternId: string,
    proposal: { readonly repository: string | null; readonly title: string },
  ): Promise<Improvement>;
  /** @throws {AppError} `invalid_input` for a cursor that is not ours */
  list(listing: ImprovementListing): Promise<ListPage<Improvement>>;
  find(id: string): Promise<Improvement | null>;
  findByPattern(patternId: string): Promise<Improvement | null>;
  /**
   * Proposed becomes approved. While it is approved and has no issue, approving it again changes repository and title and
   * forgets the problem; an opened one stays as it is.
   * @throws {AppError} `conflict` in any other state, and for a change while an issue may exist that is not recorded yet;
   *   `not_found`; and what `check` throws
   * @param check is shown what is stored before anything changes
   */
  approve(
    id: string,
    edit: { readonly repository?: string; readonly title?: string },
    check?: (stored: Improvement) => void,
  ): Promise<Improvement>;
  /**
   * Says that an issue is about to be created in this repository. Until it is recorded or known to be refused, the
   * repository stays as it is, so that the issue is looked for where it may be.
   * @throws {AppError} `unavailable` when a person has chosen otherwise meanwhile: nothing may be created, try again
   */
  startOpening(id: string, repository: string): Promise<void>;
  /** Approved becomes opened; an issue that moved is recorded where it is now. @throws {AppError} `conflict`, `not_found` */
  recordIssue(
    id: string,
    issue: { readonly repository: string; readonly number: number; readonly url: string },
  ): Promise<Improvement>;
  /** @param refused that no issue came of `startOpening` */
  recordProblem(id: string, problem: string, refused: boolean): Promise<Improvement>;
  /** Oldest first. */
  listApproved(): Promise<Improvement[]>;
  /** Runs `work` while no other process holds the lock of this improvement. */
  withLock<T>(id: string, work: () => Promise<T>): Promise<T>;
}

const columns = [
  'id',
  'patternId',
  'state',
  'repository',
  'title',
  'issueNumber',
  'issueUrl',
  'problem',
  'createdAt',
  'updatedAt',
] as const satisfies (keyof Improvement)[];

const orderColumns = [
  { key: 'createdAt', reference: 'created_at', type: 'timestamptz' },
  { key: 'id', reference: 'id', type: 'text' },
] as const;

interface Stored extends Improvement {
  readonly opening: boolean;
}
type Change = Partial<Omit<Stored, 'id' | 'patternId' | 'createdAt' | 'updatedAt'>>;

export function createImprovementQueries(
  db: Kysely<Database>,
  withLock: WithLock,
  countOf: CountOf,
): ImprovementQueries {
  const improvements = () => db.selectFrom('improvement').select(columns);

  async function find(id: string): Promise<Improvement | null> {
    return (await improvements().where('id', '=', id).executeTakeFirst()) ?? null;
  }

  /** The stored one, locked until the transaction ends. */
  async function lock(transaction: Transaction<Database>, id: string): Promise<Stored> {
    const found = await transaction
      .selectFrom('improvement')
      .select([...columns, 'opening'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) throw new AppError('not_found', `There is no improvement ${id}`);
    return found;
  }

  /** The one as changed; where the change says nothing new, its row is left alone. */
  async function update(transaction: Transaction<Database>, stored: Stored, change: Change): Promise<Improvement> {
    const says = Object.entries(change).some(([name, value]) => stored[name as keyof Stored] !== value);
    if (!says) return withoutOpening(stored);
    return transaction
      .updateTable('improvement')
      .set({ ...change, updatedAt: sql`now()` })
      .where('id', '=', stored.id)
      .returning(columns)
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
        return update(
          transaction,
          stored,
          stored.state === 'proposed' ? { repository, title: storableText(title) } : {},
        );
      });
    },

    async list({ order: direction = 'desc', after, limit, ...filter }) {
      const order = { columns: orderColumns, direction };
      const matching = () => {
        let query = db.selectFrom('improvement');
        if (filter.state !== undefined) query = query.where('state', '=', filter.state);
        if (filter.patternId !== undefined) query = query.where('patternId', '=', filter.patternId);
        if (filter.repository !== undefined) query = query.where('repository', '=', filter.repository);
        return query;
      };
      let query = matching().select(columns);
      if (after !== undefined) query = query.where(isAfter(after, order));
      const rows = await query
        .orderBy(inOrder(order))
        .limit(limit + 1)
        .execute();
      return toListPage({
        ...{ rows, limit, after },
        cursorOf: (last) => cursorAfter(last, order),
        count: () => countOf(filter, () => countListed(db, matching())),
      });
    },

    async findByPattern(patternId) {
      return (await improvements().where('patternId', '=', patternId).executeTakeFirst()) ?? null;
    },

    approve(id, edit, check) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        check?.(withoutOpening(stored));
        if (stored.state === 'opened') return update(transaction, stored, {});
        if (stored.state !== 'proposed' && stored.state !== 'approved') {
          throw contradiction(id, stored.state, 'approved');
        }
        const title = edit.title === undefined ? stored.title : storableText(edit.title);
        const repository = edit.repository === undefined ? stored.repository : storableText(edit.repository);
        const changes = title !== stored.title || repository !== stored.repository;
        if (stored.opening && changes) throw undecided(id, stored.repository);
        return update(transaction, stored, { state: 'approved', title, repository, problem: null });
      });
    },

    async startOpening(id, repository) {
      await inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        if (stored.state !== 'approved' || stored.repository !== repository) {
          throw new AppError('unavailable', `Improvement ${id} was changed meanwhile: trying again as it is now`);
        }
        await update(transaction, stored, { opening: true });
      });
    },

    recordIssue(id, { repository, number, url }) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        if (stored.state !== 'approved' && stored.state !== 'opened') {
          throw contradiction(id, stored.state, `opened as issue ${number}`);
        }
        const issue = { repository, issueNumber: number, issueUrl: url };
        return update(transaction, stored, { state: 'opened', ...issue, problem: null, opening: false });
      });
    },

    recordProblem(id, problem, refused) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        const change = { problem: storableText(problem) };
        return update(transaction, stored, refused ? { ...change, opening: false } : change);
      });
    },

    listApproved() {
      return improvements().where('state', '=', 'approved').orderBy('createdAt').orderBy('id').execute();
    },

    withLock: (id, work) => withLock(`improvement/${id}`, work),
  };
}

function undecided(id: string, repository: string | null): AppError {
  return new AppError(
    'conflict',
    `An issue may just have been opened in ${repository}: it stays with that until GitHub has answered`,
    { context: { id } },
  );
}

function contradiction(id: string, state: ImprovementState, wanted: string): AppError {
  return new AppError('conflict', `Improvement ${id} is ${state} and cannot become ${wanted}`, {
    context: { id, state },
  });
}

/** As everyone may see it: in the order of the columns, so that the same one is always the same text. */
function withoutOpening({ opening: _, ...improvement }: Stored): Improvement {
  return improvement;
}
