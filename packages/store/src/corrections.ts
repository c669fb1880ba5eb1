import { AppError, type CorrectionDecision, type Decider, type ListedCorrection } from '@refrain/domain';
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { canonicalJson, toJsonText } from './json-text.ts';
import { stableId } from './stable-id.ts';

export interface CorrectionFilter {
  /** Those that name this pattern, or a failure in it. */
  readonly patternId?: string;
  /** Those that name this failure. */
  readonly failureId?: string;
}

export interface CorrectionQueries {
  /** The same decision again moves to the end of the order instead of standing there twice. */
  add(decision: CorrectionDecision, by?: Decider): Promise<ListedCorrection>;
  /** In the order in which they were decided. */
  list(filter?: CorrectionFilter): Promise<ListedCorrection[]>;
  /** @returns what was taken back @throws {AppError} `not_found` */
  remove(id: string): Promise<CorrectionDecision>;
}

export function createCorrectionQueries(db: Kysely<Database>): CorrectionQueries {
  return {
    add(decision, by) {
      const content = canonicalJson(decision);
      return db
        .insertInto('correction')
        .values({
          ...{ id: stableId('correction', content), decision: content },
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

    list({ patternId, failureId } = {}) {
      let corrections = db.selectFrom('correction').select(columns).orderBy('sequence');
      if (failureId !== undefined) corrections = corrections.where(namesFailure(sql`${failureId}::text`));
      if (patternId !== undefined) {
        corrections = corrections.where(sql<SqlBool>`(decision ->> 'patternId' = ${patternId} or exists (
          select from pattern_member where pattern_id = ${patternId} and ${namesFailure(sql`pattern_member.failure_id`)}))`);
      }
      return corrections.execute();
    },

    async remove(id) {
      const removed = await db.deleteFrom('correction').where('id', '=', id).returning('decision').executeTakeFirst();
      if (removed === undefined) throw new AppError('not_found', `There is no correction ${id}`);
      return removed.decision;
    },
  };
}

const columns = ['id', 'decision', 'decidedAt', 'decidedBy'] as const;

/** At any place of the decision; a target may also be a change, whose id is no failure's. */
function namesFailure(failureId: RawBuilder<string>): RawBuilder<SqlBool> {
  return sql`(decision ->> 'failureId' = ${failureId} or decision ->> 'targetId' = ${failureId} or decision -> 'failureIds' ? ${failureId})`;
}
