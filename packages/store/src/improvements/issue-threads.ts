import { AppError, type ImprovementState, type Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

export interface IssueThread {
  readonly lastCommentId: number;
  /** Markers. */
  readonly told: readonly string[];
}

/** An improvement with an issue whose pattern went on into others. */
export interface LeftImprovement {
  readonly id: string;
  /** The pattern that its own was merged into; null while its own is there. */
  readonly mergedInto: string | null;
  /** Patterns that were split from its own since it was opened. */
  readonly split: readonly string[];
}

/** What was read and said below the issues of improvements, and which of them are to be looked at. */
export interface IssueThreadQueries {
  /** What was read and said below its issue until now. @throws {AppError} `not_found` */
  readThread(id: string): Promise<IssueThread>;
  /** Notes that something was said below its issue. */
  recordTold(id: string, marker: string): Promise<void>;
  /** Notes that its issue was looked at, with all comments up to this one; no further ones unless given. */
  recordSynced(id: string, lastCommentId?: number): Promise<void>;
  /**
   * Those whose issue was not looked at since: the living ones, or those that people are done with. Longest unseen first.
   * @param most at least 1
   */
  listUnsynced(which: 'living' | 'done', since: Instant, most: number): Promise<string[]>;
  /** Those with an issue whose pattern is no more, or from whose pattern others of some size were split that are still there. */
  listLeft(): Promise<LeftImprovement[]>;
}

/** Episodes of a part that is worth telling: of one or two the next grouping may think otherwise. */
const fewestTold = 3;
const living: readonly ImprovementState[] = ['opened', 'accepted', 'fixed', 'recurred'];
const done: readonly ImprovementState[] = ['declined', 'proposed', 'verified'];

export function createIssueThreadQueries(db: Kysely<Database>): IssueThreadQueries {
  return {
    async readThread(id) {
      const found = await db
        .selectFrom('improvement')
        .select(['lastCommentId', 'told'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (found === undefined) throw new AppError('not_found', `There is no improvement ${id}`);
      return { lastCommentId: Number(found.lastCommentId), told: found.told };
    },

    async recordTold(id, marker) {
      await db
        .updateTable('improvement')
        .set({ told: sql<string>`told || to_jsonb(${marker}::text)` })
        .where('id', '=', id)
        .where(sql<SqlBool>`not told @> to_jsonb(${marker}::text)`)
        .execute();
    },

    async recordSynced(id, lastCommentId) {
      await db
        .updateTable('improvement')
        .set({ syncedAt: sql`now()`, ...(lastCommentId === undefined ? {} : { lastCommentId: String(lastCommentId) }) })
        .where('id', '=', id)
        .execute();
    },

    async listUnsynced(which, since, most) {
      const states = which === 'living' ? living : done;
      const rows = await db
        .selectFrom('improvement')
        .select('id')
        .where('issueNumber', 'is not', null)
        .where('state', 'in', states)
        .where((is) => is.or([is('syncedAt', 'is', null), is('syncedAt', '<', since)]))
        .orderBy(sql`synced_at nulls first`)
        .orderBy('id')
        .limit(most)
        .execute();
      return rows.map(({ id }) => id);
    },

    async listLeft() {
      const { rows } = await sql<LeftImprovement>`
        select improvement.id,
          case when pattern.retired_at is null then null else merged.into_id end as "mergedInto",
          coalesce((
            select jsonb_agg(lineage.pattern_id order by lineage.at, lineage.pattern_id)
            from pattern_lineage as lineage
            join pattern as part on part.id = lineage.pattern_id
              and part.retired_at is null and part.episodes >= ${fewestTold}
            where lineage.kind = 'split_from' and lineage.related_pattern_id = improvement.pattern_id
              and lineage.at > improvement.opened_at and not improvement.told @> to_jsonb('split-' || lineage.pattern_id)
          ), '[]') as split
        from improvement
        join pattern on pattern.id = improvement.pattern_id
        left join lateral (
          with recursive onward (id, steps) as (
            select improvement.pattern_id, 0
            union
            select lineage.related_pattern_id, steps + 1
            from onward join pattern_lineage as lineage on lineage.pattern_id = onward.id and lineage.kind = 'merged_into'
            where steps < 20
          )
          select onward.id as into_id from onward join pattern as alive on alive.id = onward.id and alive.retired_at is null
          order by steps desc limit 1
        ) as merged on true
        where improvement.issue_number is not null and improvement.state <> 'declined'
        order by improvement.id`.execute(db);
      return rows.filter(({ mergedInto, split }) => mergedInto !== null || split.length > 0);
    },
  };
}
