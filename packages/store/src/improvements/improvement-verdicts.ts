import { type FixOutcome, ImprovementState } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

export function createImprovementVerdictQueries(db: Kysely<Database>) {
  return {
    /** Counts improvements in every state, including zeros. */
    async countByState(): Promise<Record<ImprovementState, number>> {
      const rows = await db
        .selectFrom('improvement')
        .select(['state', sql<number>`count(*)::int`.as('count')])
        .groupBy('state')
        .execute();
      const counts = new Map(rows.map(({ state, count }) => [state, count]));
      return Object.fromEntries(ImprovementState.options.map((state) => [state, counts.get(state) ?? 0])) as Record<
        ImprovementState,
        number
      >;
    },

    /** Lists improvements whose fix was verified or followed by a recurrence, newest verdict first. */
    listFixOutcomes(limit: number): Promise<FixOutcome[]> {
      return db
        .selectFrom('improvement')
        .select(['id', 'patternId', 'title', 'stateSince', sql<FixOutcome['state']>`state`.as('state')])
        .select(sql<string | null>`effect #>> '{explanation,0}'`.as('explanation'))
        .where('state', 'in', ['verified', 'recurred'])
        .orderBy('stateSince', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
    },
  };
}
