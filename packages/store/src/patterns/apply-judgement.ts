import type { CorrectionDecision } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/**
 * Applies the stored judgement and name of a pattern at once, so that lists show a decision before the next clustering. An empty
 * fingerprint makes that clustering write the pattern again, with the derived name after a rename was undone.
 */
export async function applyDecidedJudgement(db: Kysely<Database>, decision: CorrectionDecision): Promise<void> {
  if (decision.kind !== 'pattern' && decision.kind !== 'rename') return;
  const { patternId } = decision;
  if (patternId === undefined) return;
  await sql`
    update pattern set
      judgement = (
        select case when (decision ->> 'right')::boolean then 'confirmed' else 'dismissed' end
        from correction
        where decision ->> 'kind' = 'pattern' and decision ->> 'patternId' = ${patternId}
        order by sequence desc limit 1
      ),
      name = coalesce((
        select decision ->> 'name' from correction
        where decision ->> 'kind' = 'rename' and decision ->> 'patternId' = ${patternId}
        order by sequence desc limit 1
      ), name),
      fingerprint = ''
    where id = ${patternId}`.execute(db);
}
