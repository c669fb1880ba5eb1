import type { Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { selectPresentName } from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';
import { hasElapsed } from '../sql/has-elapsed.ts';
import type { PullPlace } from './pull-checks.ts';

/** Open pull requests that are to be looked at, so that none is missed where the queue that says so is lost. */
export interface PullLookQueries {
  /** Something is new of these: each is to be looked at from now on, once more if it was before. */
  want(places: readonly PullPlace[]): Promise<void>;
  /** Since when it is to be looked at; null where it is not. */
  wantedSince(place: PullPlace): Promise<Instant | null>;
  /** It was looked at, unless something was new since. @param wantedAt of `wantedSince`, before it was looked at */
  end(place: PullPlace, wantedAt: Instant): Promise<void>;
  /**
   * Those of the last day that are to be looked at for longer than this, newest first, and counts that they are asked for: each time
   * twice as long after they were wanted, and not for ever, as what fails stands among what was given up.
   * @param ms milliseconds
   * @param most at least 1
   */
  takeLost(ms: number, most: number): Promise<PullPlace[]>;
}

/** The last of them some two hours after it was wanted. */
const mostTries = 8;

export function createPullLookQueries(db: Kysely<Database>): PullLookQueries {
  /** By its former name too: a rename that was under way when it was wanted may not have seen it. */
  const isAt = ({ connectionId, repository, number }: PullPlace) =>
    sql<SqlBool>`(connection_id = ${connectionId} and number = ${number}
      and repository in (${repository}, ${selectPresentName(connectionId, repository)}))`;
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

    async wantedSince(place) {
      const { at } = await db
        .selectFrom('pullLook')
        .select(({ fn }) => fn.max('at').as('at'))
        .where(isAt(place))
        .executeTakeFirstOrThrow();
      return at;
    },

    async end(place, wantedAt) {
      await db.deleteFrom('pullLook').where(isAt(place)).where('at', '<=', wantedAt).execute();
    },

    async takeLost(ms, most) {
      const { rows } = await sql<PullPlace>`
        with lost as (
          select ctid from pull_look
          where at > now() - interval '1 day' and tries < ${mostTries}
            and ${hasElapsed(sql`at`, sql`${ms} * power(2, tries)`)}
          order by at desc limit ${most} for update skip locked
        )
        update pull_look set tries = tries + 1 where ctid = any(array(select ctid from lost))
        returning connection_id, repository, number`.execute(db);
      return rows;
    },
  };
}
