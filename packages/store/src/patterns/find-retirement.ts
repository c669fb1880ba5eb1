import type { Instant, PatternRetirement } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/**
 * Finds the active patterns that have the failures of a retired pattern now. The members of a retired pattern are deleted,
 * so its newest report says which failures it had.
 */
export async function findRetirement(db: Kysely<Database>, patternId: string, at: Instant): Promise<PatternRetirement> {
  const { rows } = await sql<{ patternId: string | null; name: string | null; failures: number }>`
    with newest as (
      select report from report where pattern_id = ${patternId} order by ensured_at desc limit 1
    ), member as (
      select entry ->> 'failureId' as failure_id from newest, jsonb_array_elements(report -> 'members') as entry
    )
    select active.id as pattern_id, active.name, count(*)::integer as failures
    from member
    join failure on failure.id = member.failure_id
    left join pattern_member on pattern_member.failure_id = failure.id
    left join pattern active on active.id = pattern_member.pattern_id and active.retired_at is null
    group by active.id
    order by failures desc, active.id`.execute(db);
  return {
    at,
    successors: rows.flatMap(({ patternId, name, failures }) =>
      patternId === null || name === null ? [] : [{ patternId, name, failures }],
    ),
    failuresInNoPattern: rows.find(({ patternId }) => patternId === null)?.failures ?? 0,
  };
}
