import { AppError, type Instant } from '@refrain/domain';
import type { Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { acquireLock, analysisLock } from '../sql/in-transaction.ts';

/** The start time of a clustering run, which identifies the run; null before the first. */
export type ClusterRunStart = Instant | null;

/**
 * Locks the results of the analysis until the transaction ends.
 * @param run the clustering run that writes; undefined for other writers
 * @throws {AppError} `conflict` if a newer clustering run has begun
 */
export async function lockAnalysisResults(transaction: Transaction<Database>, run?: ClusterRunStart): Promise<void> {
  await acquireLock(transaction, analysisLock);
  if (run === undefined) return;
  const row = await transaction.selectFrom('clusteringState').select('begunAt').executeTakeFirst();
  if ((row?.begunAt ?? null) === run) return;
  throw new AppError('conflict', 'A newer clustering run has begun and replaces this one', {
    context: { overtaken: true },
  });
}

/** Tests whether a clustering run failed because a newer run, with newer input, has begun. */
export function isRunOvertaken(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.context.overtaken === true;
}
