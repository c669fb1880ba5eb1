import { isDeepStrictEqual } from 'node:util';
import {
  AppError,
  type Decider,
  formatDecider,
  type Improvement,
  type Instant,
  isAllowedTransition,
  policyDecider,
} from '@refrain/domain';
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely';
import { insertDecision } from '../access/decisions.ts';
import type { Database } from '../schema/database.ts';
import type { AssertLockHeld, RunWithLock } from '../sql/advisory-lock.ts';
import type { CountCache } from '../sql/cached-counts.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { toJsonText, toStorableText } from '../sql/json-text.ts';
import { randomId, stableId } from '../sql/stable-id.ts';
import { type ApprovalChanges, applyApproval, createInvalidTransitionError, hasOpenIssue } from './apply-approval.ts';
import { createFixQueries } from './fixes.ts';
import { createImprovementReadQueries, improvementColumns } from './improvement-read-queries.ts';
import { createIssueThreadQueries } from './issue-threads.ts';
import { createDecision, undoDecision } from './undo-decision.ts';

/** The proposed improvement of a pattern. Absent fields are unknown. */
export type ImprovementProposal = Pick<Improvement, 'repository' | 'title'> &
  Partial<Pick<Improvement, 'guardrailId' | 'peopleHours' | 'reason'>>;

/** A new state of the issue, or a decision about the improvement. Absent fields keep their value. */
export type ImprovementTransition = Partial<
  Pick<Improvement, 'state' | 'reason' | 'issueState' | 'snoozedUntil' | 'fix'>
>;

export interface RecordedIssue {
  readonly repository: string;
  readonly number: number;
  readonly url: string;
  /** The title that Refrain wants the issue to have; unchanged by default */
  readonly title?: string;
  /** The guardrail that the issue recommends; unchanged by default */
  readonly guardrailId?: string | null;
}

interface Stored extends Improvement {
  readonly opening: boolean;
}
type Change = Partial<Omit<Stored, 'id' | 'createdAt' | 'updatedAt' | 'openedAt'>> & {
  readonly openedAt?: Instant | RawBuilder<Instant>;
};

export function createImprovementQueries(db: Kysely<Database>, withLock: RunWithLock, countOf: CountCache) {
  /** Reads an improvement and locks it until the transaction ends. */
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

  /** Updates an improvement and returns it. Does not write the row if nothing changes. */
  async function update(transaction: Transaction<Database>, stored: Stored, change: Change): Promise<Improvement> {
    const isChanged = Object.entries(change).some(
      ([name, value]) => !isDeepStrictEqual(stored[name as keyof Stored], value),
    );
    if (!isChanged) return withoutOpening(stored);
    const isTransition = change.state !== undefined && change.state !== stored.state;
    const { fix, effect, pastFixes, approver, lastDecision, ...rest } = change;
    const json = { fix, effect, pastFixes, approver, lastDecision };
    const posted = Object.entries(json).filter(([, value]) => value !== undefined);
    const texts = Object.fromEntries(posted.map(([name, value]) => [name, value === null ? null : toJsonText(value)]));
    return transaction
      .updateTable('improvement')
      .set({ ...(isTransition ? { stateSince: sql`now()` } : {}), ...rest, ...texts, updatedAt: sql`now()` })
      .where('id', '=', stored.id)
      .returning(improvementColumns)
      .executeTakeFirstOrThrow();
  }

  return {
    ...createImprovementReadQueries(db, countOf),
    ...createFixQueries(db),
    ...createIssueThreadQueries(db),

    /**
     * Stores the proposed improvement of a pattern. Later proposals update it until a person decides or an issue
     * exists.
     */
    ensure(
      patternId: string,
      { title: wanted, repository, guardrailId = null, peopleHours = null, reason = null }: ImprovementProposal,
    ): Promise<Improvement> {
      const proposal = { repository, guardrailId, peopleHours, reason, title: toStorableText(wanted) };
      return inTransaction(db, async (transaction) => {
        // The derived id may already exist, because an improvement keeps its id when it moves to another pattern.
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

    /** Deletes a proposal on which nobody has decided. */
    async withdraw(patternId: string): Promise<void> {
      await db
        .deleteFrom('improvement')
        .where('patternId', '=', patternId)
        .where('state', '=', 'proposed')
        .where('issueNumber', 'is', null)
        .where('opening', '=', false)
        .execute();
    },

    /**
     * Approves an improvement, or changes the fields in `edit` if it is already approved. Does nothing if its issue is
     * open. A person's approval replaces the policy's. Logs a new approval only if the policy made the decision.
     * @param check called with the stored improvement before any change
     * @throws {AppError} `not_found`; `conflict` if the state does not allow the approval, or if an issue may exist
     * that is not recorded
     */
    approve(
      id: string,
      edit: ApprovalChanges,
      by: Decider,
      check?: (stored: Improvement) => void,
    ): Promise<Improvement> {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        check?.(withoutOpening(stored));
        const wanted = applyApproval(stored, edit);
        if (hasOpenIssue(stored)) return update(transaction, stored, {});
        const moves = wanted.repository !== stored.repository || wanted.title !== stored.title;
        if (stored.opening && moves) throw issueMayExist(id, stored.repository);
        const isNew = stored.state !== 'approved';
        if (isNew) await logPolicyDecision(transaction, 'approveImprovement', id, by);
        return update(transaction, stored, {
          state: 'approved',
          ...wanted,
          ...(isNew || by.via !== 'policy' ? approvedAs(by) : {}),
          ...(isNew ? { lastDecision: createDecision('approve', by, stored) } : {}),
          snoozedUntil: null,
          problem: null,
        });
      });
    },

    /**
     * Records that an issue is about to be created. Until the issue is recorded or its creation has failed, the
     * repository cannot change, because Refrain searches there for a lost issue.
     * @throws {AppError} `unavailable` if the improvement was changed in the meantime; the caller must then create no
     * issue, but retry
     */
    async startOpening(id: string, repository: string): Promise<void> {
      await inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        if (stored.state !== 'approved' || stored.repository !== repository) {
          throw new AppError(
            'unavailable',
            `Improvement ${id} was changed at the same time. Retrying with the new version`,
          );
        }
        await update(transaction, stored, { opening: true });
      });
    },

    /** Records that no issue was created after the call of `startOpening`. */
    cancelOpening: (id: string): Promise<Improvement> =>
      inTransaction(db, async (transaction) => update(transaction, await lock(transaction, id), { opening: false })),

    /**
     * Records the issue of an improvement, and changes the state from approved to opened. Also records an issue that
     * was moved, or that was created although the improvement is no longer approved.
     * @throws {AppError} `conflict`, `not_found`
     */
    recordIssue(
      id: string,
      { repository, number, url, title, guardrailId }: RecordedIssue,
      check?: (stored: Improvement) => void,
    ): Promise<Improvement> {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        check?.(withoutOpening(stored));
        const isNew = stored.issueNumber === null;
        if (stored.state !== 'approved' && isNew && !stored.opening) {
          throw createInvalidTransitionError(stored, `opened as issue ${number}`);
        }
        const location = { repository, issueNumber: number, issueUrl: url };
        const named = title === undefined ? {} : { title: toStorableText(title) };
        const recommended = guardrailId === undefined ? {} : { guardrailId };
        const issue = { ...location, ...named, ...recommended, problem: null, opening: false };
        const opened = {
          ...(stored.state === 'approved' ? { state: 'opened' as const } : {}),
          ...(stored.state === 'approved' || isNew ? { issueState: 'open' as const } : {}),
        };
        const openedAt = stored.openedAt ?? sql<Instant>`now()`;
        return update(transaction, stored, { ...issue, ...opened, openedAt });
      });
    },

    /**
     * Undoes a decision if it is the latest one. The caller then lets the job `ensure-issue` withdraw or reopen the issue.
     * @throws {AppError} `conflict` if another decision was made since or the improvement has moved on, `not_found`
     */
    undoDecision(
      id: string,
      decisionId: string,
      by: Decider,
      check?: (stored: Improvement) => void,
    ): Promise<Improvement> {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        check?.(withoutOpening(stored));
        return update(transaction, stored, undoDecision(withoutOpening(stored), decisionId, by));
      });
    },

    /**
     * Changes the state after an event of the issue, or after a decision. A change of the state without a decision
     * ends the possibility to undo the previous decision.
     * @throws {AppError} `conflict` if the stored state does not allow the transition, `not_found`
     */
    transition(
      id: string,
      transition: ImprovementTransition,
      check?: (stored: Improvement) => void,
      decision?: { readonly kind: 'decline' | 'snooze'; readonly by: Decider },
    ): Promise<Improvement> {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        check?.(withoutOpening(stored));
        if (transition.state !== undefined && !isAllowedTransition(stored.state, transition.state))
          throw createInvalidTransitionError(stored, transition.state);
        if (decision?.kind === 'decline' && stored.state === 'declined')
          throw new AppError('conflict', `Improvement ${id} is already declined. Undo that decision first.`);
        const reason = transition.reason == null ? {} : { reason: toStorableText(transition.reason) };
        const isTransition = transition.state !== undefined && transition.state !== stored.state;
        const lastDecision = decision && createDecision(decision.kind, decision.by, stored);
        return update(transaction, stored, {
          ...transition,
          ...reason,
          ...(lastDecision ? { lastDecision } : isTransition ? { lastDecision: null } : {}),
          ...replaceFix(stored, transition),
        });
      });
    },

    /**
     * Approves a further issue for the improvement, because the failure has recurred.
     * @throws {AppError} `conflict`, `not_found`
     */
    followUp(id: string, reason: string): Promise<Improvement> {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        if (stored.state !== 'fixed' && stored.state !== 'verified')
          throw createInvalidTransitionError(stored, 'followed by another issue');
        await transaction
          .updateTable('improvement')
          .set({ posted: '[]', lastCommentId: '0' })
          .where('id', '=', id)
          .execute();
        await logPolicyDecision(transaction, 'followUpImprovement', id, policyDecider);
        return update(transaction, stored, {
          state: 'approved',
          reason: toStorableText(reason),
          ...approvedAs(policyDecider),
          lastDecision: null,
          problem: null,
          previousIssueUrl: stored.issueUrl,
          issueNumber: null,
          issueUrl: null,
          issueState: null,
          ...replaceFix(stored, { fix: null }),
          fix: null,
        });
      });
    },

    /**
     * Moves an improvement with an issue to another pattern. Deletes the improvement of the other pattern if that
     * improvement has no issue.
     */
    moveToPattern(id: string, patternId: string): Promise<Improvement> {
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

    /** @param refused whether GitHub certainly created no issue after the call of `startOpening` */
    recordProblem(id: string, problem: string, refused: boolean): Promise<Improvement> {
      return inTransaction(db, async (transaction) => {
        const stored = await lock(transaction, id);
        const change = { problem: toStorableText(problem) };
        return update(transaction, stored, refused ? { ...change, opening: false } : change);
      });
    },

    withLock: <T>(id: string, work: (assertLockHeld: AssertLockHeld) => Promise<T>): Promise<T> =>
      withLock(`improvement/${id}`, work),
  };
}

function approvedAs(by: Decider): Change {
  return { approvedBy: toStorableText(formatDecider(by)), approver: by };
}

async function logPolicyDecision(db: Transaction<Database>, operation: string, id: string, by: Decider): Promise<void> {
  if (by.via === 'policy') await insertDecision(db, { by, operation, subject: { id } }, {});
}

/** Moves a deployed fix and its effect to the past fixes, because another fix replaces it. */
function replaceFix({ fix, effect, guardrailId, pastFixes }: Stored, transition: ImprovementTransition): Change {
  if (transition.fix === undefined || transition.fix?.mergedAt === fix?.mergedAt) return {};
  if (fix === null || fix.deployedAt === null) return { effect: null };
  return { effect: null, pastFixes: [...pastFixes, { ...fix, guardrailId, verdict: effect?.verdict ?? null }] };
}

function issueMayExist(id: string, repository: string | null): AppError {
  return new AppError(
    'conflict',
    `An issue may just have been opened in ${repository}. The repository and title cannot change until GitHub has responded`,
    { context: { id } },
  );
}

function withoutOpening({ opening: _, ...improvement }: Stored): Improvement {
  return improvement;
}
