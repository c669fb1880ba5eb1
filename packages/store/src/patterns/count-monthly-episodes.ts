import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

const countedMonths = 12;

/**
 * Counts the episodes of each pattern that began in each of the last 12 calendar months (UTC), oldest month first. The last
 * month is the current one.
 */
export async function countMonthlyEpisodes(
  db: Kysely<Database>,
  patternIds: readonly string[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sql<{ patternId: string; monthsAgo: number; episodes: number }>`
    select pattern_id, (extract(year from age) * 12 + extract(month from age))::integer as months_ago, count(*)::integer as episodes
    from (
      select pattern_id, age(this_month, date_trunc('month', started_at at time zone 'UTC')) as age
      from observed_episode, (select date_trunc('month', now() at time zone 'UTC') as this_month) as today
      where pattern_id = any(${patternIds}) and started_at <= now()
        and started_at at time zone 'UTC' >= this_month - make_interval(months => ${countedMonths - 1})
    ) as begun
    group by pattern_id, months_ago`.execute(db);
  const counts = new Map(patternIds.map((id) => [id, Array.from({ length: countedMonths }, () => 0)]));
  for (const { patternId, monthsAgo, episodes } of rows) {
    const months = counts.get(patternId);
    if (months !== undefined) months[countedMonths - 1 - monthsAgo] = episodes;
  }
  return counts;
}
