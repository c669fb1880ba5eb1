import { AppError, type Instant } from '@refrain/domain';
import type { Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { analysisLock, lockFor } from '../sql/in-transaction.ts';

/** The start of a clustering run, which identifies it; null before the first run. */
export type ClusterRun = Instant | null;

/**
 * Waits until nobody else writes what analysis found; held until the transaction ends.
 * @param run of the regrouping that writes; whoever else writes has none
 * @throws {AppError} of which `isOvertaken` is true
 */
export async function lockAnalysis(transaction: Transaction<Database>, run?: ClusterRun): Promise<void> {
  await lockFor(transaction, analysisLock);
  if (run === undefined) return;
  const row = await transaction.selectFrom('clusteringState').select('begunAt').executeTakeFirst();
  if ((row?.begunAt ?? null) === run) return;
  throw new AppError('conflict', 'Another regrouping has begun since, and knows more', {
    context: { overtaken: true },
  });
}

/** Whether a regrouping stood still until another one had begun: that one writes, from newer input. */
export function isOvertaken(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.context.overtaken === true;
}
