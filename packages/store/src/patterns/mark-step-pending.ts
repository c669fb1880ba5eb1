import type { CorrectionSetRequest } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

type Step = Pick<CorrectionSetRequest, 'action' | 'patternId' | 'otherPatternId'>;

/**
 * Marks the reports of the patterns of a split, move or merge as pending, because only the next clustering knows their episodes. An
 * empty fingerprint makes that clustering write the patterns again, even if the step is undone before.
 */
export async function markStepPending(
  db: Kysely<Database>,
  { action, patternId, otherPatternId }: Step,
): Promise<void> {
  if (action === undefined) return;
  await sql`
    update pattern set report_pending_since = clock_timestamp(), fingerprint = ''
    where id = any(${[patternId, otherPatternId].filter((id) => id !== undefined)}) and retired_at is null`.execute(db);
}
