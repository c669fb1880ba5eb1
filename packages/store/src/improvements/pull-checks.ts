import type { CheckedPullRequestOutcome, ListedCheck, PullCheck, PullCheckState } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import { selectCurrentRepositoryName } from '../names/former-names.ts';
import type { Database } from '../schema/database.ts';
import { toJsonText } from '../sql/json-text.ts';
import { newestFirstOrder } from '../sql/list-order.ts';
import { countListedRows, type ListPage, readListPage } from '../sql/list-page.ts';
import { randomId } from '../sql/stable-id.ts';

/** The location of a pull request. The repository may be given by a former name. */
export type PullRequestLocation = Pick<PullCheck, 'connectionId' | 'repository' | 'number'>;

export interface PullCheckListOptions {
  readonly state?: PullCheckState;
  readonly repository?: string;
  readonly patternId?: string;
  readonly after?: string;
  readonly limit: number;
}

export interface StoredPullCheck {
  readonly check: PullCheck;
  /** The id of the check run at the provider; null if there is none, or if it must not be changed any more. */
  readonly checkRunId: number | null;
  readonly isRerunRequested: boolean;
}

const columns = [
  ...(['id', 'connectionId', 'repository', 'number', 'headSha', 'state', 'patternId', 'failureIds'] as const),
  ...(['score', 'averageScore', 'url', 'at'] as const),
] as const;

/**
 * The outcome of a pull request: `failed` if the pull request, its merge commit or a deployment of the merge commit
 * caused a failure with a probability of at least 0.5.
 */
const outcome = sql<CheckedPullRequestOutcome>`(
  select case when bool_or(link.score >= .5 and link.status <> 'rejected') then 'failed' when count(pull.id) > 0 then 'merged' else 'not_merged' end
  from change pull
  left join change face on face.connection_id = pull.connection_id and face.repository = pull.repository
    and (face.id = pull.id or face.sha = pull.sha)
  left join link on link.target_id = face.id and link.type = 'caused_by'
  where pull.connection_id = pull_check.connection_id and pull.kind = 'merged_pull_request'
    and pull.external_id = pull_check.repository || '#' || pull_check.number
)`.as('outcome');

/** Stores checks on pull requests: at most one per pull request, at its newest commit. */
export function createPullCheckQueries(db: Kysely<Database>) {
  const places = ['connectionId', 'repository', 'number'] as const;
  const checks = () => db.selectFrom('pullCheck');
  return {
    /**
     * Makes a check of a pull request's newest commit pending.
     * @returns the check's id; null if the commit already has a check, or a person dismissed an earlier one
     */
    async addCheck({
      failureIds,
      repository,
      ...check
    }: Omit<PullCheck, 'id' | 'state' | 'url' | 'at'>): Promise<string | null> {
      const values = { ...check, failureIds: toJsonText(failureIds), state: 'pending' as const };
      const row = await db
        .insertInto('pullCheck')
        .values({ id: randomId(), ...values, repository: selectCurrentRepositoryName(check.connectionId, repository) })
        .onConflict((conflict) =>
          conflict
            .columns(places)
            .doUpdateSet({ ...values, checkRunId: null, url: null, isRerunRequested: false, at: sql`now()` })
            .where(sql<SqlBool>`pull_check.state <> 'unhelpful'`)
            .where(sql<SqlBool>`(pull_check.head_sha <> excluded.head_sha or pull_check.state = 'pending')`),
        )
        .returning('id')
        .executeTakeFirst();
      return row?.id ?? null;
    },
    /**
     * Records that the check may exist at the provider from now on.
     * @returns false if the check is not pending at this commit, for example because another worker has begun it
     */
    async beginCheck(id: string, headSha: string): Promise<boolean> {
      const begun = db.updateTable('pullCheck').set({ state: 'given_up' }).where('id', '=', id);
      const { numUpdatedRows } = await begun
        .where('state', '=', 'pending')
        .where('headSha', '=', headSha)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    /** Makes a check pending again after an attempt that certainly did not write it. */
    async resetCheck(id: string, headSha: string): Promise<void> {
      const back = db.updateTable('pullCheck').set({ state: 'pending' }).where('id', '=', id);
      await back.where('state', '=', 'given_up').where('headSha', '=', headSha).execute();
    },
    async recordCheck(
      id: string,
      { checkRunId, url }: { readonly checkRunId: number; readonly url: string },
    ): Promise<void> {
      const shown = db.updateTable('pullCheck').set({ state: 'shown', checkRunId: String(checkRunId), url });
      // A person may already have dismissed the check.
      await shown.where('id', '=', id).where('state', '!=', 'unhelpful').execute();
    },

    async findCheck({ connectionId, repository, number }: PullRequestLocation): Promise<StoredPullCheck | null> {
      const row = await checks()
        .select([...columns, 'checkRunId', 'isRerunRequested'])
        .where('connectionId', '=', connectionId)
        .where('repository', '=', selectCurrentRepositoryName(connectionId, repository))
        .where('number', '=', number)
        .executeTakeFirst();
      if (row === undefined) return null;
      const { checkRunId, isRerunRequested, ...check } = row;
      return { check, checkRunId: checkRunId === null ? null : Number(checkRunId), isRerunRequested };
    },

    /**
     * Records that a person found the check unhelpful.
     * @returns the pull request; null if there is no such check, or if Refrain has already responded to a dismissal
     */
    async dismissCheck(connectionId: string, id: string, checkRunId: number): Promise<PullRequestLocation | null> {
      const row = await db
        .updateTable('pullCheck')
        .set({ state: 'unhelpful', checkRunId: String(checkRunId) })
        .where('id', '=', id)
        .where('connectionId', '=', connectionId)
        .where((is) => is.or([is('state', '!=', 'unhelpful'), is('checkRunId', 'is not', null)]))
        .returning(places)
        .executeTakeFirst();
      return row ?? null;
    },

    /** Records a person's request to rerun one check, or all checks of a commit. Returns their pull requests. */
    rerequestChecks(
      connectionId: string,
      target: { readonly id: string } | { readonly headSha: string },
    ): Promise<PullRequestLocation[]> {
      const again = db
        .updateTable('pullCheck')
        .set({ isRerunRequested: true })
        .where('connectionId', '=', connectionId);
      const matching = 'id' in target ? again.where('id', '=', target.id) : again.where('headSha', '=', target.headSha);
      return matching.where('checkRunId', 'is not', null).returning(places).execute();
    },

    /** Records that Refrain has responded to a requested new run or to a dismissal. */
    async completeRerequest(id: string): Promise<void> {
      await sql`
        update pull_check set is_rerun_requested = false,
          check_run_id = case when state = 'unhelpful' then null else check_run_id end
        where id = ${id}`.execute(db);
    },

    /** Records that the check at this URL was undone. The pull request gets no more checks. */
    async recordUndoneCheck(url: string): Promise<void> {
      const withdrawn = { state: 'unhelpful', checkRunId: null, isRerunRequested: false } as const;
      await db.updateTable('pullCheck').set(withdrawn).where('url', '=', url).execute();
    },

    /** Lists checks of the last two days that are pending or wait for a response, newest first. */
    listUnfinishedChecks(limit: number): Promise<PullRequestLocation[]> {
      return checks()
        .select(places)
        .where(sql<SqlBool>`at > now() - interval '2 days'`)
        .where(
          sql<SqlBool>`state = 'pending' or is_rerun_requested or (state = 'unhelpful' and check_run_id is not null)`,
        )
        .orderBy('at', 'desc')
        .limit(limit)
        .execute();
    },

    /** Lists the checks in a repository that name a pattern. */
    listChecksOfPattern(patternId: string, repository: string): Promise<Pick<PullCheck, 'state' | 'at'>[]> {
      return checks()
        .select(['state', 'at'])
        .where('patternId', '=', patternId)
        .where('repository', '=', repository)
        .execute();
    },

    async listChecks({ after, limit, ...filter }: PullCheckListOptions): Promise<ListPage<ListedCheck>> {
      const matching = () => {
        let query = checks();
        if (filter.state !== undefined) query = query.where('state', '=', filter.state);
        if (filter.repository !== undefined) query = query.where('repository', '=', filter.repository);
        if (filter.patternId !== undefined) query = query.where('patternId', '=', filter.patternId);
        return query;
      };
      const count = () => countListedRows(db, matching());
      return readListPage(matching().select([...columns, outcome]), { order: newestFirstOrder, after, limit, count });
    },
  };
}
