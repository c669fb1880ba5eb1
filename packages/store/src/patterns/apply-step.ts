import type { CorrectionSetRequest } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

type Step = Pick<CorrectionSetRequest, 'action' | 'patternId' | 'otherPatternId' | 'episodes'>;

/**
 * Applies a split or move to the stored numbers of episodes, so that lists show it before the next clustering. An empty fingerprint
 * makes that clustering write the patterns again.
 * @param direction -1 to undo the step
 */
export async function applyStepToCounts(db: Kysely<Database>, step: Step, direction: 1 | -1): Promise<void> {
  const { action, patternId, otherPatternId, episodes } = step;
  if ((action !== 'split' && action !== 'move') || episodes == null) return;
  await changeEpisodes(db, patternId, -episodes * direction);
  if (action === 'move') await changeEpisodes(db, otherPatternId, episodes * direction);
}

async function changeEpisodes(db: Kysely<Database>, id: string | null | undefined, change: number): Promise<void> {
  if (id == null) return;
  await sql`
    update pattern set episodes = greatest(episodes + ${change}, 0), fingerprint = ''
    where id = ${id} and retired_at is null`.execute(db);
}
