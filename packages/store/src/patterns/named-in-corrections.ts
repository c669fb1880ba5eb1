import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Tests whether the decision names the failure. `targetId` may also be the id of a change, which never equals the id of
 * a failure.
 */
export function namesFailure(failureId: string): RawBuilder<SqlBool> {
  return sql`(correction.decision ->> 'failureId' = ${failureId} or correction.decision ->> 'targetId' = ${failureId} or correction.decision -> 'failureIds' ? ${failureId})`;
}

/**
 * Selects the corrections that name a failure in the pattern. Uses one join, because testing each member separately
 * took half a minute.
 */
export function namesMember(patternId: string): RawBuilder<string> {
  return sql`
    select named.correction_id
    from (
      select id as correction_id, jsonb_array_elements_text(
        coalesce(correction.decision -> 'failureIds', '[]') || jsonb_build_array(correction.decision -> 'failureId', correction.decision -> 'targetId')
      ) as failure_id
      from correction
    ) named
    join pattern_member using (failure_id)
    where pattern_member.pattern_id = ${patternId}`;
}
