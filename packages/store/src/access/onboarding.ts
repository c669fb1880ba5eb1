import type { DecisionDetail, Provider } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** States what an installation has and what its people have decided, for the onboarding checklist. */
export interface OnboardingFacts {
  readonly providers: readonly Provider[];
  readonly hasFailures: boolean;
  readonly hasReviewed: boolean;
  readonly hasRoutineDecision: boolean;
  readonly users: number;
  readonly hasPolicy: boolean;
  /** The detail of the last decision about the checklist; null if there is none. */
  readonly lastChange: DecisionDetail | null;
}

/** The operations by which a person reviews a pattern. */
const reviews = ['addCorrection', 'approveImprovement', 'declineImprovement', 'snoozeImprovement'];

export function createOnboardingQueries(db: Kysely<Database>) {
  return {
    /** @param changeOperation the operation that shows or hides the checklist, whose audit entries hold the last choice */
    async readOnboardingFacts(changeOperation: string): Promise<OnboardingFacts> {
      const { rows } = await sql<OnboardingFacts>`
        select
          array(select distinct provider from connection) as providers,
          exists (select from failure) as has_failures,
          exists (select from decision where operation = any(${reviews}) and user_id is not null) as has_reviewed,
          exists (select from correction where decision ->> 'kind' = 'title_template') as has_routine_decision,
          (select count(*)::integer from app_user where disabled_at is null) as users,
          exists (select from improvement_policy) as has_policy,
          (select detail from decision where operation = ${changeOperation} and state = 'done' order by id desc limit 1)
            as last_change`.execute(db);
      const [facts] = rows;
      if (facts === undefined) throw new Error('A query without a table returns one row');
      return facts;
    },
  };
}
