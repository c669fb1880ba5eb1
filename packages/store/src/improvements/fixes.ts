import type { Effect, GuardrailOutcome, Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { type ClusterRunStart, lockAnalysisResults } from '../patterns/lock-analysis-results.ts';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';

export function createFixQueries(db: Kysely<Database>) {
  return {
    /** Lists every deployed fix, including earlier fixes of an improvement, sorted by pattern, then time. */
    async listFixes(): Promise<{ patternId: string; fixedAt: Instant }[]> {
      const { rows } = await sql<{ patternId: string; fixedAt: Instant }>`
        select pattern_id as "patternId", fixed_at as "fixedAt" from (
          select pattern_id, fix ->> 'deployedAt' as fixed_at from improvement
          union
          select pattern_id, past ->> 'deployedAt' from improvement, jsonb_array_elements(past_fixes) as past
        ) as fixes
        where fixed_at is not null order by pattern_id, fixed_at`.execute(db);
      return rows;
    },

    /**
     * Stores the effects of fixes. Skips fixes that a newer fix of the same pattern has replaced.
     * @returns the sorted ids of the improvements whose effect has changed
     * @throws {AppError} `conflict` if a newer clustering run has begun
     */
    recordEffects: (effects: readonly Effect[], run?: ClusterRunStart): Promise<string[]> =>
      inTransaction(db, async (transaction) => {
        await lockAnalysisResults(transaction, run);
        const changed: string[] = [];
        for (const effect of effects) {
          const { rows } = await sql<{ id: string }>`
            update improvement set effect = ${toJsonText(effect)}::jsonb
            where pattern_id = ${effect.patternId} and fix ->> 'deployedAt' = ${effect.fixedAt}
              and effect is distinct from ${toJsonText(effect)}::jsonb
            returning id`.execute(transaction);
          changed.push(...rows.map(({ id }) => id));
        }
        return changed.sort();
      }),

    /** Lists each fix's guardrail with the outcome of the fix, oldest fix first. */
    async listGuardrailOutcomes(): Promise<GuardrailOutcome[]> {
      const { rows } = await sql<GuardrailOutcome>`
        select guardrail_id as "guardrailId", pattern_id as "patternId", verdict as outcome, jsonb_build_array(cause) as causes
        from (
          select pattern_id, guardrail_id, fix ->> 'deployedAt' as at, coalesce(effect ->> 'verdict', 'too_early') as verdict
          from improvement where fix ->> 'deployedAt' is not null
          union all
          select pattern_id, past ->> 'guardrailId', past ->> 'deployedAt', coalesce(past ->> 'verdict', 'too_early')
          from improvement, jsonb_array_elements(past_fixes) as past
        ) as tried
        join pattern on pattern.id = pattern_id
        where guardrail_id is not null order by at, pattern_id`.execute(db);
      return rows;
    },

    /** Lists improvements whose fix was merged in one of these repositories and is not known to be deployed. */
    async listUndeployed(repositories: readonly string[]): Promise<string[]> {
      if (repositories.length === 0) return [];
      const rows = await db
        .selectFrom('improvement')
        .select('id')
        .where('state', '=', 'fixed')
        .where(sql<SqlBool>`fix ->> 'deployedAt' is null`)
        .where(sql<SqlBool>`substring(fix ->> 'url' from '([^/]+/[^/]+)/pull/[0-9]+$') = any(${repositories})`)
        .orderBy('id')
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
