import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { namesFailure, namesMember } from '../patterns/named-in-corrections.ts';

export const improvementOperations: readonly string[] = [
  'approveImprovement',
  'declineImprovement',
  'snoozeImprovement',
  'followUpImprovement',
];

const isCorrection = sql`decision.operation in ('addCorrection', 'addCorrectionSet')`;

/** Tests whether a decision corrects the pattern or a failure in it, or decides about its improvement. */
export function concernsPattern(patternId: string): RawBuilder<SqlBool> {
  return sql`(
    (${isCorrection} and (
      detail ->> 'patternId' = ${patternId}
      or detail ->> 'otherPatternId' = ${patternId}
      or decision.subject ->> 'created' in (
        select coalesce(set_id, id) from correction where id in (${namesMember(patternId)})
      )
    )) or (
      decision.operation = any(${improvementOperations}::text[])
      and decision.subject ->> 'id' in (select id from improvement where pattern_id = ${patternId})
    )
  )`;
}

/** Tests whether a decision corrects the failure. */
export function concernsFailure(failureId: string): RawBuilder<SqlBool> {
  return sql`(${isCorrection} and (
    detail ->> 'failureId' = ${failureId}
    or detail ->> 'targetId' = ${failureId}
    or decision.subject ->> 'created' in (
      select coalesce(set_id, id) from correction where ${namesFailure(failureId)}
    )
  ))`;
}
