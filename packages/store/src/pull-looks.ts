import type { Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { selectPresentName } from './former-names.ts';
import type { PullPlace } from './pull-checks.ts';

/** Open pull requests that are to be looked at, so that none is missed where the queue that says so is lost. */
export interface PullLookQueries {
  /** Something is new of these: each is to be looked at from now on, once more if it was before. */
  want(places: readonly PullPlace[]): Promise<void>;
  /** It is being looked at. @returns since when it is to be; null where it is not */
  begin(place: PullPlace): Promise<Instant | null>;
  /** It was looked at, unless something was new since. @param wantedAt of `begin` */
  end(place: PullPlace, wantedAt: Instant): Promise<void>;
  /**
   * Those of the last day that are to be looked at for longer than this, newest first; but not what was tried in vain so often that
   * it stands among what was given up.
   * @param ms milliseconds
   * @param most at least 1
   */
  listLost(ms: number, most: number): Promise<PullPlace[]>;
}

/** Twice as often as a job of it is tried. */
const mostTries = 8;

export function createPullLookQueries(db: Kysely<Database>): PullLookQueries {
  const isAt = ({ connectionId, repository, number }: PullPlace) =>
    sql<SqlBool>`connection_id = ${connectionId} and repository = ${selectPresentName(connectionId, repository)} and number = ${number}`;
  return {
    async want(places) {
      if (places.length === 0) return;
      const values = sql.join(
        places.map(
          ({ connectionId, repository, number }) =>
            sql`(${connectionId}, ${selectPresentName(connectionId, repository)}, ${number}::integer)`,
        ),
      );
      // In one order, so that of two that want the same none waits for the other for ever.
      await sql`
        with stale as (
          delete from pull_look where ctid = any(array(
            select ctid from pull_look where at < now() - interval '2 days' for update skip locked
          ))
        )
        insert into pull_look (connection_id, repository, number)
        select distinct * from (values ${values}) as wanted (connection_id, repository, number) order by 1, 2, 3
        on conflict (connection_id, repository, number) do update set at = excluded.at, tries = 0`.execute(db);
    },

    async begin(place) {
      const begun = await db
        .updateTable('pullLook')
        .set({ tries: sql`tries + 1` })
        .where(isAt(place))
        .returning('at')
        .executeTakeFirst();
      return begun?.at ?? null;
    },

    async end(place, wantedAt) {
      await db.deleteFrom('pullLook').where(isAt(place)).where('at', '=', wantedAt).execute();
    },

    listLost(ms, most) {
      return db
        .selectFrom('pullLook')
        .select(['connectionId', 'repository', 'number'])
        .where(sql<SqlBool>`at > now() - interval '1 day' and at < now() - ${ms} * interval '1 millisecond'`)
        .where('tries', '<', mostTries)
        .orderBy('at', 'desc')
        .limit(most)
        .execute();
    },
  };
}
