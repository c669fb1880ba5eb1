import {
  AppError,
  type CorrectionDecision,
  type CorrectionSetRequest,
  type CorrectionSetResponse,
  type Decider,
  type ListedCorrection,
} from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { toStorableText } from '../sql/json-text.ts';
import type { ListOrder } from '../sql/list-order.ts';
import { countListedRows, type ListPage, readListPage } from '../sql/list-page.ts';
import { randomId } from '../sql/stable-id.ts';
import { applyDecidedJudgement } from './apply-judgement.ts';
import { insertCorrection, toListedCorrection, withSets } from './correction-rows.ts';
import { markStepPending } from './mark-step-pending.ts';
import { namesFailure, namesMember } from './named-in-corrections.ts';
import { requireLatest } from './require-latest.ts';

export interface CorrectionFilter {
  /** Lists only corrections that name this pattern, or a failure in the pattern. */
  readonly patternId?: string;
  readonly failureId?: string;
  /** Lists only corrections whose `failureId` is one of these. */
  readonly failureIds?: readonly string[];
  readonly kind?: CorrectionDecision['kind'];
}

export interface CorrectionListOptions extends CorrectionFilter {
  readonly after?: string;
  readonly limit: number;
}

export function createCorrectionQueries(db: Kysely<Database>) {
  function matching({ patternId, failureId, failureIds, kind }: CorrectionFilter) {
    let corrections = db.selectFrom('correction');
    if (kind !== undefined) corrections = corrections.where(sql<SqlBool>`decision ->> 'kind' = ${kind}`);
    if (failureId !== undefined) corrections = corrections.where(namesFailure(failureId));
    if (failureIds !== undefined)
      corrections = corrections.where(sql<SqlBool>`decision ->> 'failureId' = any(${failureIds}::text[])`);
    if (patternId !== undefined) {
      corrections = corrections.where(
        sql<SqlBool>`(decision ->> 'patternId' = ${patternId} or correction.id in (${namesMember(patternId)}))`,
      );
    }
    return corrections;
  }

  return {
    /**
     * Stores a decision. If an equal decision is stored, this one replaces it. Decisions are equal even if their
     * `failureIds` have another order.
     * @throws {AppError} `conflict` if `maxCorrections` are stored already
     */
    add: (decision: CorrectionDecision, by?: Decider): Promise<ListedCorrection> =>
      inTransaction(db, (transaction) => insertCorrection(transaction, decision, by ?? null, null)),

    /**
     * Stores decisions that are undone together.
     * @throws {AppError} `conflict` if `maxCorrections` are stored already
     */
    addSet: ({ decisions, ...given }: CorrectionSetRequest, by: Decider): Promise<CorrectionSetResponse> =>
      inTransaction(db, async (transaction) => {
        const { action = null, patternId = null, otherPatternId = null, episodes = null, reason = null } = given;
        const set = {
          id: randomId(),
          action,
          patternId,
          otherPatternId,
          episodes,
          reason: reason && toStorableText(reason),
        };
        await transaction.insertInto('correctionSet').values(set).execute();
        const corrections: ListedCorrection[] = [];
        for (const decision of decisions) corrections.push(await insertCorrection(transaction, decision, by, set));
        await markStepPending(transaction, given);
        return { ...set, corrections };
      }),

    /** Lists corrections, oldest decision first. */
    async list(filter: CorrectionFilter = {}): Promise<ListedCorrection[]> {
      return (await withSets(matching(filter)).orderBy('sequence').execute()).map(toListedCorrection);
    },

    async listPage({ after, limit, ...filter }: CorrectionListOptions): Promise<ListPage<ListedCorrection>> {
      const rows = withSets(matching(filter)).select('correction.sequence');
      const count = () => countListedRows(db, matching(filter));
      const { items, ...rest } = await readListPage(rows, { order: oldestFirst, after, limit, count });
      return { ...rest, items: items.map(({ sequence: _, ...row }) => toListedCorrection(row)) };
    },

    /**
     * Removes a correction and returns its decision.
     * @throws {AppError} `not_found`
     */
    remove: (id: string): Promise<CorrectionDecision> =>
      inTransaction(db, async (transaction) => {
        const removed = await transaction
          .deleteFrom('correction')
          .where('id', '=', id)
          .returning('decision')
          .executeTakeFirst();
        if (removed === undefined) throw new AppError('not_found', `There is no correction ${id}`);
        await applyDecidedJudgement(transaction, removed.decision);
        return removed.decision;
      }),

    /**
     * Removes all corrections of a step and returns the step.
     * @throws {AppError} `not_found`; `conflict` if a later step decided about the same thing
     */
    removeSet: (id: string): Promise<CorrectionSetRequest> =>
      inTransaction(db, async (transaction) => {
        await requireLatest(transaction, id);
        const removed = await transaction
          .deleteFrom('correction')
          .where('setId', '=', id)
          .returning('decision')
          .execute();
        const set = await transaction
          .deleteFrom('correctionSet')
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirst();
        if (set === undefined) throw new AppError('not_found', `There is no step of corrections ${id}`);
        const decisions = removed.map(({ decision }) => decision);
        for (const decision of decisions) await applyDecidedJudgement(transaction, decision);
        const { id: _, ...rest } = set;
        await markStepPending(transaction, omitNulls(rest));
        return { ...omitNulls(rest), decisions };
      }),
  };
}

const oldestFirst: ListOrder = {
  columns: [{ key: 'sequence', reference: 'correction.sequence', type: 'bigint' }],
  direction: 'asc',
};

function omitNulls<T extends object>(row: T): { [K in keyof T]?: NonNullable<T[K]> } {
  const known = Object.entries(row).filter(([, value]) => value !== null);
  return Object.fromEntries(known) as { [K in keyof T]?: NonNullable<T[K]> };
}
