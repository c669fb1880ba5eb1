import type { Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { selectCurrentRepositoryName } from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';
import { hasElapsed } from '../sql/has-elapsed.ts';
import type { PullRequestLocation } from './pull-checks.ts';

/** Maximum number of attempts. The last one is about two hours after the pull request became due. */
const maxTries = 8;

/** Stores which pull requests are due for a check, because the queue may lose its jobs. */
export function createPendingPullCheckQueries(db: Kysely<Database>) {
  /** Also matches a former name of the repository, as the pull request may have become due during a rename. */
  const isAt = ({ connectionId, repository, number }: PullRequestLocation) =>
    sql<SqlBool>`(connection_id = ${connectionId} and number = ${number}
      and repository in (${repository}, ${selectCurrentRepositoryName(connectionId, repository)}))`;
  return {
    /** Marks pull requests as due for a check as of now. A check that is already running does not remove the mark. */
    async markPullRequestsDue(places: readonly PullRequestLocation[]): Promise<void> {
      if (places.length === 0) return;
      const values = sql.join(
        places.map(
          ({ connectionId, repository, number }) =>
            sql`(${connectionId}, ${selectCurrentRepositoryName(connectionId, repository)}, ${number}::integer)`,
        ),
      );
      // The fixed order prevents two concurrent calls from deadlocking.
      await sql`
        with stale as (
          delete from pending_pull_check where ctid = any(array(
            select ctid from pending_pull_check where at < now() - interval '2 days' for update skip locked
          ))
        )
        insert into pending_pull_check (connection_id, repository, number)
        select distinct * from (values ${values}) as wanted (connection_id, repository, number) order by 1, 2, 3
        on conflict (connection_id, repository, number) do update set at = excluded.at, tries = 0`.execute(db);
    },

    async findPullRequestDueSince(place: PullRequestLocation): Promise<Instant | null> {
      const { at } = await db
        .selectFrom('pendingPullCheck')
        .select(({ fn }) => fn.max('at').as('at'))
        .where(isAt(place))
        .executeTakeFirstOrThrow();
      return at;
    },

    /** Makes a pull request no longer due, unless it was marked after `wantedAt` (from `findPullRequestDueSince`). */
    async clearDuePullRequest(place: PullRequestLocation, wantedAt: Instant): Promise<void> {
      await db.deleteFrom('pendingPullCheck').where(isAt(place)).where('at', '<=', wantedAt).execute();
    },

    /**
     * Lists pull requests of the last day that have been due for more than `ms` milliseconds, newest first, and counts
     * one more attempt for each. The time until the next attempt doubles each time, and after `maxTries` there is none.
     */
    async takeOverduePullRequests(ms: number, limit: number): Promise<PullRequestLocation[]> {
      const { rows } = await sql<PullRequestLocation>`
        with lost as (
          select ctid from pending_pull_check
          where at > now() - interval '1 day' and tries < ${maxTries}
            and ${hasElapsed(sql`at`, sql`${ms} * power(2, tries)`)}
          order by at desc limit ${limit} for update skip locked
        )
        update pending_pull_check set tries = tries + 1 where ctid = any(array(select ctid from lost))
        returning connection_id, repository, number`.execute(db);
      return rows;
    },
  };
}
