import { AppError, type CorrectionDecision, type Decider, type ListedCorrection } from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { canonicalJson, toJsonText } from '../sql/json-text.ts';
import type { ListOrder } from '../sql/list-order.ts';
import { countListedRows, type ListPage, readListPage, totalCountColumn } from '../sql/list-page.ts';
import { stableId } from '../sql/stable-id.ts';

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

/** The maximum number of stored corrections. Every clustering reads all of them. */
export const maxCorrections = 20_000;

export function createCorrectionQueries(db: Kysely<Database>) {
  function matching({ patternId, failureId, failureIds, kind }: CorrectionFilter) {
    let corrections = db.selectFrom('correction');
    if (kind !== undefined) corrections = corrections.where(sql<SqlBool>`decision ->> 'kind' = ${kind}`);
    if (failureId !== undefined) corrections = corrections.where(namesFailure(failureId));
    if (failureIds !== undefined)
      corrections = corrections.where(sql<SqlBool>`decision ->> 'failureId' = any(${failureIds}::text[])`);
    if (patternId !== undefined) {
      corrections = corrections.where(
        sql<SqlBool>`(decision ->> 'patternId' = ${patternId} or id in (${namesMember(patternId)}))`,
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
    async add(decision: CorrectionDecision, by?: Decider): Promise<ListedCorrection> {
      const content = canonicalJson(inFixedOrder(decision));
      const id = stableId('correction', content);
      const others = db.selectFrom('correction').where('id', '<>', id);
      const { total } = await others.select(totalCountColumn).executeTakeFirstOrThrow();
      if (total >= maxCorrections) throw tooMany();
      return db
        .insertInto('correction')
        .values({
          id,
          decision: content,
          decidedBy: by === undefined ? null : toJsonText(by),
        })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((excluded) => ({
            sequence: excluded.ref('excluded.sequence'),
            decidedAt: excluded.ref('excluded.decidedAt'),
            decidedBy: excluded.ref('excluded.decidedBy'),
          })),
        )
        .returning(columns)
        .executeTakeFirstOrThrow();
    },

    /** Lists corrections, oldest decision first. */
    list: (filter: CorrectionFilter = {}): Promise<ListedCorrection[]> =>
      matching(filter).select(columns).orderBy('sequence').execute(),

    async listPage({ after, limit, ...filter }: CorrectionListOptions): Promise<ListPage<ListedCorrection>> {
      const rows = matching(filter).select([...columns, 'sequence']);
      const count = () => countListedRows(db, matching(filter));
      const { items, ...rest } = await readListPage(rows, { order: oldestFirst, after, limit, count });
      return { ...rest, items: items.map(({ sequence: _, ...correction }) => correction) };
    },

    /**
     * Removes a correction and returns its decision.
     * @throws {AppError} `not_found`
     */
    async remove(id: string): Promise<CorrectionDecision> {
      const removed = await db.deleteFrom('correction').where('id', '=', id).returning('decision').executeTakeFirst();
      if (removed === undefined) throw new AppError('not_found', `There is no correction ${id}`);
      return removed.decision;
    },
  };
}

function inFixedOrder(decision: CorrectionDecision): CorrectionDecision {
  if (decision.kind !== 'must_link' && decision.kind !== 'cannot_link') return decision;
  const failureIds = [...decision.failureIds].sort();
  return { ...decision, failureIds: decision.kind === 'must_link' ? [...new Set(failureIds)] : failureIds };
}

function tooMany(): AppError {
  return new AppError(
    'conflict',
    `There are already ${maxCorrections.toLocaleString('en')} corrections. Remove some before you add another.`,
  );
}

const columns = ['id', 'decision', 'decidedAt', 'decidedBy'] as const;

const oldestFirst: ListOrder = {
  columns: [{ key: 'sequence', reference: 'correction.sequence', type: 'bigint' }],
  direction: 'asc',
};

/**
 * Tests whether the decision names the failure. `targetId` may also be the id of a change, which never equals the id of
 * a failure.
 */
function namesFailure(failureId: string): RawBuilder<SqlBool> {
  return sql`(decision ->> 'failureId' = ${failureId} or decision ->> 'targetId' = ${failureId} or decision -> 'failureIds' ? ${failureId})`;
}

/**
 * Selects the corrections that name a failure in the pattern. Uses one join, because testing each member separately
 * took half a minute.
 */
function namesMember(patternId: string): RawBuilder<string> {
  return sql`
    select named.correction_id
    from (
      select id as correction_id, jsonb_array_elements_text(
        coalesce(decision -> 'failureIds', '[]') || jsonb_build_array(decision -> 'failureId', decision -> 'targetId')
      ) as failure_id
      from correction
    ) named
    join pattern_member using (failure_id)
    where pattern_member.pattern_id = ${patternId}`;
}
