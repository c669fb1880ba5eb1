import type { ChangeAssessment } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { jsonBatches } from '../sql/json-text.ts';
import { type ClusterRunStart, lockAnalysisResults } from './lock-analysis-results.ts';

export function createChangeAssessmentQueries(db: Kysely<Database>) {
  return {
    /**
     * Replaces all assessments in one transaction, and writes only rows that differ. Skips deleted failures.
     * @returns the sorted ids of failures whose verdict, decider or resolution has changed; a change of confidence
     * alone does not count
     * @throws {AppError} `conflict` if a newer clustering run has begun
     */
    replaceAssessments: (
      answers: readonly ChangeAssessment[],
      run?: ClusterRunStart,
    ): Promise<{ changedFailureIds: string[] }> =>
      inTransaction(db, async (transaction) => {
        await lockAnalysisResults(transaction, run);
        const failureIds = answers.map(({ failureId }) => failureId);
        const gone = await sql<{ failureId: string }>`
          delete from change_assessment where not exists (
            select from unnest(${failureIds}::text[]) as wanted (failure_id)
            where wanted.failure_id = change_assessment.failure_id)
          returning failure_id`.execute(transaction);
        const changed = gone.rows.map(({ failureId }) => failureId);
        for await (const batch of jsonBatches(answers)) {
          const { rows } = await sql<{ failureId: string }>`
            with wanted as (
              select wanted.* from json_to_recordset(${batch}::json) as wanted (
                "failureId" text, verdict text, confidence float8, evidence jsonb, "isDecided" boolean, candidates jsonb,
                "resolvedBy" jsonb
              )
              join failure on failure.id = "failureId"
            ), before as (
              select "failureId" from wanted left join change_assessment on failure_id = "failureId"
              where (wanted.verdict, wanted."isDecided", wanted."resolvedBy" ->> 'kind')
                is distinct from (change_assessment.verdict, change_assessment.is_decided, change_assessment.resolved_by ->> 'kind')
            ), written as (
              insert into change_assessment (failure_id, verdict, confidence, evidence, is_decided, candidates, resolved_by)
              select "failureId", verdict, confidence, evidence, "isDecided", candidates, "resolvedBy" from wanted
              on conflict (failure_id) do update set
                verdict = excluded.verdict, confidence = excluded.confidence, evidence = excluded.evidence,
                is_decided = excluded.is_decided, candidates = excluded.candidates, resolved_by = excluded.resolved_by
              where change_assessment is distinct from excluded
            )
            select "failureId" as failure_id from before`.execute(transaction);
          changed.push(...rows.map(({ failureId }) => failureId));
        }
        return { changedFailureIds: changed.sort() };
      }),

    /** Returns the assessments of the given failures, in no particular order. */
    findAssessments(failureIds: readonly string[]): Promise<ChangeAssessment[]> {
      return db
        .selectFrom('changeAssessment')
        .selectAll()
        .where(sql<SqlBool>`failure_id = any(${failureIds})`)
        .execute();
    },
  };
}
