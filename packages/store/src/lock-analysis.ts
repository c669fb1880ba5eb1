import { AppError } from '@refrain/domain';
import type { Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { GroupingRun } from './grouping-pace.ts';
import { analysisLock, lockFor } from './in-transaction.ts';

/**
 * Waits until nobody else writes what analysis found; held until the transaction ends.
 * @param run of the regrouping that writes; whoever else writes has none
 * @throws {AppError} of which `isOvertaken` is true
 */
export async function lockAnalysis(transaction: Transaction<Database>, run?: GroupingRun): Promise<void> {
  await lockFor(transaction, analysisLock);
  if (run === undefined) return;
  const row = await transaction.selectFrom('groupingState').select('begunAt').executeTakeFirst();
  if ((row?.begunAt ?? null) === run) return;
  throw new AppError('conflict', 'Another regrouping has begun since, and knows more', {
    context: { overtaken: true },
  });
}

/** Whether a regrouping stood still until another one had begun: that one writes, from newer input. */
export function isOvertaken(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.context.overtaken === true;
}
