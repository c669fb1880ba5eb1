import type { Membership } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { countsAsFailure } from '../failures/failure-columns.ts';
import type { Database } from '../schema/database.ts';
import { acquireLock, analysisLock, inTransaction } from '../sql/in-transaction.ts';
import { jsonBatches } from '../sql/json-text.ts';

export interface ProvisionalMembership extends Membership {
  readonly patternId: string;
}

export interface ClusteredFailure {
  readonly failureId: string;
  /** Null if the clustering assigned the failure to no pattern. */
  readonly patternId: string | null;
}

/**
 * Tests whether a record counts as a failure and no clustering has read it. A clustering puts each failure that it
 * reads into an episode, or marks it as a duplicate. Excludes failures with a decision, because the decision has
 * requested a clustering.
 */
export const isNewFailure = sql<SqlBool>`(
  ${countsAsFailure} and failure.duplicate_of is null
  and not exists (select from episode_member where episode_member.failure_id = failure.id)
  and failure.id not in (
    select decision ->> 'failureId' from correction where decision ->> 'failureId' is not null
    union all select jsonb_array_elements_text(decision -> 'failureIds') from correction where decision ? 'failureIds'
  ))`;

/** Reads and assigns failures between their arrival and the first clustering that includes them. */
export function createNewFailureQueries(db: Kysely<Database>) {
  return {
    /**
     * Lists new failures that are in no pattern, newest first.
     * @param among lists only failures with these ids; all new failures by default
     */
    async listNewFailures(among?: readonly string[]): Promise<string[]> {
      let query = db
        .selectFrom('failure')
        .leftJoin('patternMember', 'patternMember.failureId', 'failure.id')
        .select('failure.id')
        .where('patternMember.failureId', 'is', null)
        .where(isNewFailure);
      if (among !== undefined) query = query.where(sql<SqlBool>`failure.id = any(${among})`);
      const rows = await query.orderBy('failure.occurredAt', 'desc').orderBy('failure.id').execute();
      return rows.map(({ id }) => id);
    },

    /** Returns the patterns that the last clustering run assigned to the given failures. Omits new failures. */
    listClusteredFailures(failureIds: readonly string[]): Promise<ClusteredFailure[]> {
      return db
        .selectFrom('episodeMember')
        .leftJoin('patternMember', (join) =>
          join
            .onRef('patternMember.failureId', '=', 'episodeMember.failureId')
            .on('patternMember.provisional', '=', false),
        )
        .select(['episodeMember.failureId', 'patternMember.patternId'])
        .where(sql<SqlBool>`episode_member.failure_id = any(${failureIds})`)
        .orderBy('episodeMember.failureId')
        .execute();
    },

    /** Counts the failures that the last clustering run included, and how many of them are in patterns. */
    countClusteredFailures(): Promise<{ failures: number; inPatterns: number }> {
      return db
        .selectFrom('episodeMember')
        .innerJoin('failure', 'failure.id', 'episodeMember.failureId')
        .leftJoin('patternMember', (join) =>
          join
            .onRef('patternMember.failureId', '=', 'episodeMember.failureId')
            .on('patternMember.provisional', '=', false),
        )
        .where(countsAsFailure)
        .select([
          sql<number>`count(*)::integer`.as('failures'),
          sql<number>`count(pattern_member.failure_id)::integer`.as('inPatterns'),
        ])
        .executeTakeFirstOrThrow();
    },

    /**
     * Assigns new failures to active patterns until the next clustering run. Skips failures that are no longer new or
     * have a pattern. Counts, times and reports of the patterns do not change.
     * @returns the number of assigned failures
     */
    assignNewFailures: (memberships: readonly ProvisionalMembership[]): Promise<number> =>
      inTransaction(db, async (transaction) => {
        await acquireLock(transaction, analysisLock);
        let assigned = 0;
        for await (const batch of jsonBatches(memberships)) {
          const { numAffectedRows = 0n } = await sql`
            insert into pattern_member (failure_id, pattern_id, confidence, evidence, provisional)
            select failure.id, pattern.id, wanted.confidence, evidence, true
            from json_to_recordset(${batch}::json) as wanted ("failureId" text, "patternId" text, confidence float8, evidence jsonb)
            join failure on failure.id = "failureId"
            join pattern on pattern.id = "patternId" and pattern.retired_at is null
            where ${isNewFailure}
            on conflict (failure_id) do nothing`.execute(transaction);
          assigned += Number(numAffectedRows);
        }
        return assigned;
      }),
  };
}

/** Deletes the provisional memberships of failures that have been clustered or no longer count. */
export async function removeProvisionalMemberships(db: Kysely<Database>): Promise<void> {
  await sql`
    delete from pattern_member using failure
    where pattern_member.provisional and failure.id = pattern_member.failure_id and not ${isNewFailure}`.execute(db);
}
