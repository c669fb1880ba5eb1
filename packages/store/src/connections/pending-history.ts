import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** Tests whether a backfill runs: a sync that begins at the earliest requested start, not where the last sync ended. */
export async function isBackfillPending(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql<{ isAwaited: boolean }>`
    select exists (
      select from connection
      cross join lateral (
        select
          coalesce(bool_or(state in ('waiting', 'running') and is_past), false) as moves,
          coalesce(bool_and(state = 'done' or not is_past), false) as is_in
        from (
          select state, since is not distinct from reaches_back_to as is_past
          from stream where connection_id = connection.id
        ) as pass
      ) as past
      where provider <> 'archive' and (moves or (not is_in and created_at > now() - interval '1 day'))
    ) as is_awaited`.execute(db);
  return rows[0]?.isAwaited === true;
}
