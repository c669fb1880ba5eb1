import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

export const countedMonths = 12;

/**
 * Counts the episodes of each pattern that began in each of the last 12 calendar months (UTC), oldest month first. The last
 * month is the current one.
 */
export async function countMonthlyEpisodes(
  db: Kysely<Database>,
  patternIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sql<{ patternId: string; monthsAgo: number; episodes: number }>`
    select pattern_id, months_ago, count(*)::integer as episodes
    from (
      select
        pattern_id,
        (extract(year from now() at time zone 'UTC') * 12 + extract(month from now() at time zone 'UTC')
          - extract(year from started_at at time zone 'UTC') * 12 - extract(month from started_at at time zone 'UTC'))::integer
          as months_ago
      from observed_episode
      where pattern_id = any(${patternIds})
    ) as begun
    where months_ago between 0 and ${countedMonths - 1}
    group by pattern_id, months_ago`.execute(db);
  const counts = new Map(patternIds.map((id) => [id, Array.from({ length: countedMonths }, () => 0)]));
  for (const { patternId, monthsAgo, episodes } of rows) {
    const months = counts.get(patternId);
    if (months !== undefined) months[countedMonths - 1 - monthsAgo] = episodes;
  }
  return counts;
}
