import { ImprovementPolicy, type Instant } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { toJsonText } from '../sql/json-text.ts';

/** The policy as it is, and who set it. */
export interface DecidedPolicy {
  readonly policy: ImprovementPolicy;
  /** Null while nobody has: it is the product's own. */
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
}

/** By which rules issues are opened. */
export interface PolicyQueries {
  findPolicy(): Promise<DecidedPolicy>;
  /**
   * Stores the policy, and deletes the planned writes of a dry run that ends.
   * @param by who decides: the name of a token, or the page
   */
  setPolicy(policy: ImprovementPolicy, by: string): Promise<DecidedPolicy>;
}

export function createPolicyQueries(db: Kysely<Database>): PolicyQueries {
  async function find(): Promise<DecidedPolicy> {
    const row = await db
      .selectFrom('improvementPolicy')
      .select(['policy', 'decidedBy', 'decidedAt'])
      .executeTakeFirst();
    // What an earlier version wrote lacks what came later.
    return {
      policy: ImprovementPolicy.parse(row?.policy ?? {}),
      decidedBy: row?.decidedBy ?? null,
      decidedAt: row?.decidedAt ?? null,
    };
  }
  return {
    findPolicy: find,
    async setPolicy(policy, by) {
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
