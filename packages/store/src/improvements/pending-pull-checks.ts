import type { Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { selectPresentName } from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';
import { hasElapsed } from '../sql/has-elapsed.ts';
import type { PullPlace } from './pull-checks.ts';

/** Open pull requests that are to be looked at, so that none is missed where the queue that says so is lost. */
export interface PullLookQueries {
  /** Marks pull requests as due for a check, once more if they already are. */
  markPullRequestsDue(places: readonly PullPlace[]): Promise<void>;
  /** Returns since when the pull request is due; null if it is not. */
  findPullRequestDueSince(place: PullPlace): Promise<Instant | null>;
  /**
   * Clears the mark, unless it was set again since.
   * @param wantedAt the result of `findPullRequestDueSince` before the check
   */
  clearDuePullRequest(place: PullPlace, wantedAt: Instant): Promise<void>;
  /**
   * Lists pull requests of the last day that have been due for longer than this, newest first, and counts the attempt.
   * The interval doubles with each attempt, up to a limit; failing ones end as dead letters.
   * @param ms milliseconds
   * @param most at least 1
   */
  takeOverduePullRequests(ms: number, most: number): Promise<PullPlace[]>;
}

/** The last of them some two hours after it was wanted. */
const mostTries = 8;

export function createPullLookQueries(db: Kysely<Database>): PullLookQueries {
  /** By its former name too: a rename that was under way when it was wanted may not have seen it. */
  const isAt = ({ connectionId, repository, number }: PullPlace) =>
    sql<SqlBool>`(connection_id = ${connectionId} and number = ${number}
      and repository in (${repository}, ${selectPresentName(connectionId, repository)}))`;
  return {
    async markPullRequestsDue(places) {
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

    async findPullRequestDueSince(place) {
      const { at } = await db
        .selectFrom('pullLook')
        .select(({ fn }) => fn.max('at').as('at'))
        .where(isAt(place))
        .executeTakeFirstOrThrow();
      return at;
    },

    async clearDuePullRequest(place, wantedAt) {
      await db.deleteFrom('pullLook').where(isAt(place)).where('at', '<=', wantedAt).execute();
    },

    async takeOverduePullRequests(ms, most) {
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
