import { ImprovementPolicy, type PolicyResponse } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';

export function createPolicyQueries(db: Kysely<Database>) {
  async function find(): Promise<PolicyResponse> {
    const row = await db
      .selectFrom('improvementPolicy')
      .select(['policy', 'decidedBy', 'decidedAt'])
      .executeTakeFirst();
    // Fills in the defaults of fields that the stored policy lacks.
    return {
      policy: ImprovementPolicy.parse(row?.policy ?? {}),
      decidedBy: row?.decidedBy ?? null,
      decidedAt: row?.decidedAt ?? null,
    };
  }
  return {
    findPolicy: find,
    /** Stores the policy. Deletes the planned writes of a dry run unless the new policy continues the dry run. */
    async setPolicy(policy: ImprovementPolicy, by: string): Promise<PolicyResponse> {
      const wanted = { policy: toJsonText(policy), decidedBy: by };
      await inTransaction(db, async (transaction) => {
        await transaction
          .insertInto('improvementPolicy')
          .values(wanted)
          .onConflict((conflict) => conflict.column('onlyRow').doUpdateSet({ ...wanted, decidedAt: sql`now()` }))
          .execute();
        if (!policy.dryRun) await transaction.deleteFrom('providerWrite').where('state', '=', 'planned').execute();
      });
      return find();
    },
  };
}
