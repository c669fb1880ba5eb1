import { AppError, type Instant } from '@refrain/domain';
import type { Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { analysisLock, lockFor } from '../sql/in-transaction.ts';

/** The start of a clustering run, which identifies it; null before the first run. */
export type ClusterRun = Instant | null;

/**
 * Locks the results of the analysis until the transaction ends.
 * @param run the clustering run that writes; other writers have none
 * @throws {AppError} for which `isOvertaken` returns true
 */
export async function lockAnalysis(transaction: Transaction<Database>, run?: ClusterRun): Promise<void> {
  await lockFor(transaction, analysisLock);
  if (run === undefined) return;
  const row = await transaction.selectFrom('clusteringState').select('begunAt').executeTakeFirst();
  if ((row?.begunAt ?? null) === run) return;
  throw new AppError('conflict', 'A newer clustering run has begun and replaces this one', {
    context: { overtaken: true },
  });
}

/** Returns whether a clustering run was overtaken by a newer one, which writes from newer input. */
export function isOvertaken(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.context.overtaken === true;
}
