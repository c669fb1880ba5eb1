import { isDeepStrictEqual } from 'node:util';
import {
  AppError,
  type Decider,
  type Improvement,
  type Instant,
  mayBecome,
  nameDecider,
  thePolicy,
} from '@refrain/domain';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { insertDecision } from '../access/decisions.ts';
import type { Database } from '../schema/database.ts';
import type { StillHeld, WithLock } from '../sql/advisory-lock.ts';
import type { CountOf } from '../sql/cached-counts.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { storableText, toJsonText } from '../sql/json-text.ts';
import { randomId, stableId } from '../sql/stable-id.ts';
import { type Approval, applyApproval, contradiction, isOpen } from './apply-approval.ts';
import { createFixQueries, type FixQueries } from './fixes.ts';
import { createImprovementReads, type ImprovementReads, improvementColumns } from './improvement-reads.ts';
import { createImprovementVerdictQueries, type ImprovementVerdictQueries } from './improvement-verdicts.ts';
import { createIssueThreadQueries, type IssueThreadQueries } from './issue-threads.ts';

/** What is proposed of a pattern; what is absent is not known. */
export type Proposal = Pick<Improvement, 'repository' | 'title'> &
  Partial<Pick<Improvement, 'guardrailId' | 'peopleHours' | 'reason'>>;

/** What is seen of an issue, or decided about it; absent fields stay. */
export type ImprovementTurn = Partial<Pick<Improvement, 'state' | 'reason' | 'issueState' | 'snoozedUntil' | 'fix'>>;

export interface ImprovementQueries
  extends ImprovementReads,
    ImprovementVerdictQueries,
    FixQueries,
    IssueThreadQueries {
  /** One per pattern. While it is proposed and has no issue it follows the proposal; from then on a person has decided and it stays. */
  ensure(patternId: string, proposal: Proposal): Promise<Improvement>;
  /** Forgets a proposal on which nobody has decided. */
  withdraw(patternId: string): Promise<void>;
  /**
   * Becomes approved. While it is approved and has no issue, approving it again changes what is given and forgets the
   * problem, and what the policy had approved is the person's who does; one that is open stays as it is.
   * What the policy approves is a decision that is kept with it; of persons whoever asks keeps it.
   * @throws {AppError} `conflict` where that cannot follow on its state, and for a change while an issue may exist that is
   *   not recorded yet; `not_found`; and what `check` throws
   * @param by who approves
   * @param check is shown what is stored before anything changes
   */
  approve(id: string, edit: Approval, by: Decider, check?: (stored: Improvement) => void): Promise<Improvement>;
  /**
   * Says that an issue is about to be created in this repository. Until it is recorded or known to be refused, the
   * repository stays as it is, so that the issue is looked for where it may be.
   * @throws {AppError} `unavailable` when a person has chosen otherwise meanwhile: nothing may be created, try again
   */
  startOpening(id: string, repository: string): Promise<void>;
  /** None came of `startOpening`. */
  stopOpening(id: string): Promise<Improvement>;
  /**
   * Approved becomes opened; an issue that moved is recorded where it is now. One that came of what is wanted no more by now is kept
   * too: it is there.
   * @throws {AppError} `conflict`, `not_found`, and what `check` throws
   */
  recordIssue(
    id: string,
    issue: { readonly repository: string; readonly number: number; readonly url: string },
    check?: (stored: Improvement) => void,
  ): Promise<Improvement>;
  /** @param refused that no issue came of `startOpening` */
  recordProblem(id: string, problem: string, refused: boolean): Promise<Improvement>;
  /**
   * Records what was seen of its issue, or decided about it.
   * @throws {AppError} `conflict` where the state cannot follow on the one that is stored, `not_found`, and what `check` throws
   */
  turn(id: string, turn: ImprovementTurn, check?: (stored: Improvement) => void): Promise<Improvement>;
  /**
   * Its failure came back, and another issue follows the one that it has: approved, with that one as what it follows.
   * @throws {AppError} `conflict`, `not_found`
   */
  followUp(id: string, reason: string): Promise<Improvement>;
  /** Moves it, with its issue, to the pattern that its own was merged into; where that has one without an issue, in place of that. */
  moveTo(id: string, patternId: string): Promise<Improvement>;
  /** Runs `work` while no other process holds the lock of this improvement. */
  withLock<T>(id: string, work: (stillHeld: StillHeld) => Promise<T>): Promise<T>;
}

interface Stored extends Improvement {
  readonly opening: boolean;
}
type Change = Partial<Omit<Stored, 'id' | 'createdAt' | 'updatedAt' | 'openedAt' | 'stateSince'>> & {
  readonly openedAt?: Instant | RawBuilder<Instant>;
};

export function createImprovementQueries(
  db: Kysely<Database>,
  withLock: WithLock,
  countOf: CountOf,
): ImprovementQueries {
  /** The stored one, locked until the transaction ends. */
  async function lock(transaction: Transaction<Database>, id: string): Promise<Stored> {
    const found = await transaction
      .selectFrom('improvement')
      .select([...improvementColumns, 'opening'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) throw new AppError('not_found', `There is no improvement ${id}`);
    return found;
  }

  /** The one as changed; where the change says nothing new, its row is left alone. */
  async function update(transaction: Transaction<Database>, stored: Stored, change: Change): Promise<Improvement> {
    const says = Object.entries(change).some(
      ([name, value]) => !isDeepStrictEqual(stored[name as keyof Stored], value),
    );
    if (!says) return withoutOpening(stored);
    const turns = change.state !== undefined && change.state !== stored.state;
    const { fix, effect, pastFixes, approver, ...rest } = change;
    const json = { fix, effect, pastFixes, approver };
    const told = Object.entries(json).filter(([, value]) => value !== undefined);
    const texts = Object.fromEntries(told.map(([name, value]) => [name, value === null ? null : toJsonText(value)]));
    return transaction
      .updateTable('improvement')
      .set({ ...rest, ...texts, updatedAt: sql`now()`, ...(turns ? { stateSince: sql`now()` } : {}) })
      .where('id', '=', stored.id)
      .returning(improvementColumns)
      .executeTakeFirstOrThrow();
  }

  return {
    ...createImprovementReads(db, countOf),
    ...createImprovementVerdictQueries(db),
    ...createFixQueries(db),
    ...createIssueThreadQueries(db),

    ensure(patternId, { title: wanted, repository, guardrailId = null, peopleHours = null, reason = null }) {
      const proposal = { repository, guardrailId, peopleHours, reason, title: storableText(wanted) };
      return inTransaction(db, async (transaction) => {
        // The id that follows from the pattern may have moved on to another one with its issue.
        for (const id of [stableId('improvement', patternId), randomId()]) {
          await transaction
            .insertInto('improvement')
            .values({ id, patternId, ...proposal })
            .onConflict((conflict) => conflict.doNothing())
            .execute();
        }
        const { id } = await transaction
          .selectFrom('improvement')
          .select('id')
          .where('patternId', '=', patternId)
          .executeTakeFirstOrThrow();
        const stored = await lock(transaction, id);
        const follows = stored.state === 'proposed' && stored.issueNumber === null && !stored.opening;
        return update(transaction, stored, follows ? proposal : {});
      });
    },

    async withdraw(patternId) {
      await db
        .deleteFrom('improvement')
        .where('patternId', '=', patternId)
        .where('state', '=', 'proposed')
        .where('issueNumber', 'is', null)
        .where('opening', '=', false)
        .execute();
    },

    approve(id, edit, by, check) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        check?.(withoutOpening(stored));
        const wanted = applyApproval(stored, edit);
        if (isOpen(stored)) return update(transaction, stored, {});
        const moves = wanted.repository !== stored.repository || wanted.title !== stored.title;
        if (stored.opening && moves) throw undecided(id, stored.repository);
        const isNew = stored.state !== 'approved';
        if (isNew) await keepOfPolicy(transaction, 'approveImprovement', id, by);
        return update(transaction, stored, {
          state: 'approved',
          ...wanted,
          ...(isNew || by.via !== 'policy' ? approvedAs(by) : {}),
          snoozedUntil: null,
          problem: null,
        });
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

    stopOpening: (id) =>
      inTransaction(db, async (transaction) => update(transaction, await lock(transaction, id), { opening: false })),

    recordIssue(id, { repository, number, url }, check) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        check?.(withoutOpening(stored));
        const isNew = stored.issueNumber === null;
        if (stored.state !== 'approved' && isNew && !stored.opening) {
          throw contradiction(stored, `opened as issue ${number}`);
        }
        const issue = { repository, issueNumber: number, issueUrl: url, problem: null, opening: false };
        const opened = {
          ...(stored.state === 'approved' ? { state: 'opened' as const } : {}),
          ...(stored.state === 'approved' || isNew ? { issueState: 'open' as const } : {}),
        };
        const openedAt = stored.openedAt ?? sql<Instant>`now()`;
        return update(transaction, stored, { ...issue, ...opened, openedAt });
      });
    },

    turn(id, turn, check) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        check?.(withoutOpening(stored));
        if (turn.state !== undefined && !mayBecome(stored.state, turn.state)) throw contradiction(stored, turn.state);
        const reason = turn.reason == null ? {} : { reason: storableText(turn.reason) };
        return update(transaction, stored, { ...turn, ...reason, ...replaceFix(stored, turn) });
      });
    },

    followUp(id, reason) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        if (stored.state !== 'fixed' && stored.state !== 'verified')
          throw contradiction(stored, 'followed by another issue');
        await transaction
          .updateTable('improvement')
          .set({ told: '[]', lastCommentId: '0' })
          .where('id', '=', id)
          .execute();
        await keepOfPolicy(transaction, 'followUpImprovement', id, thePolicy);
        return update(transaction, stored, {
          ...{ state: 'approved', reason: storableText(reason), ...approvedAs(thePolicy), problem: null },
          ...{ followsUrl: stored.issueUrl, issueNumber: null, issueUrl: null, issueState: null },
          ...replaceFix(stored, { fix: null }),
          fix: null,
        });
      });
    },

    moveTo(id, patternId) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        await transaction
          .deleteFrom('improvement')
          .where('patternId', '=', patternId)
          .where('issueNumber', 'is', null)
          .where('opening', '=', false)
          .where('id', '!=', id)
          .execute();
        return update(transaction, stored, { patternId });
      });
    },

    recordProblem(id, problem, refused) {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        const change = { problem: storableText(problem) };
        return update(transaction, stored, refused ? { ...change, opening: false } : change);
      });
    },

    withLock: (id, work) => withLock(`improvement/${id}`, work),
  };
}

function approvedAs(by: Decider): Change {
  return { approvedBy: storableText(nameDecider(by)), approver: by };
}

async function keepOfPolicy(db: Transaction<Database>, operation: string, id: string, by: Decider): Promise<void> {
  if (by.via === 'policy') await insertDecision(db, { by, operation, subject: { id } }, {});
}

/** A fix that was deployed and is followed by another one is kept with what came of it. */
function replaceFix({ fix, effect, guardrailId, pastFixes }: Stored, turn: ImprovementTurn): Change {
  if (turn.fix === undefined || turn.fix?.mergedAt === fix?.mergedAt) return {};
  if (fix === null || fix.deployedAt === null) return { effect: null };
  return { effect: null, pastFixes: [...pastFixes, { ...fix, guardrailId, verdict: effect?.verdict ?? null }] };
}

function undecided(id: string, repository: string | null): AppError {
  return new AppError(
    'conflict',
    `An issue may just have been opened in ${repository}: it stays with that until GitHub has answered`,
    { context: { id } },
  );
}

/** As everyone may see it: in the order of the columns, so that the same one is always the same text. */
function withoutOpening({ opening: _, ...improvement }: Stored): Improvement {
  return improvement;
}
