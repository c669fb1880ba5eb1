import { AppError, type ImprovementState, type Instant } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import type { IssueRevision } from '../schema/improvement-tables.ts';
import { toJsonText } from '../sql/json-text.ts';

export interface ReadAndPostedComments {
  readonly lastCommentId: number;
  readonly posted: readonly string[];
}

/** An improvement that has an issue, and whose pattern was merged or split. */
export interface ImprovementOfMergedOrSplitPattern {
  readonly id: string;
  /** The pattern into which the improvement's pattern was merged; null if that pattern still exists. */
  readonly mergedInto: string | null;
  /** The patterns that were split from the improvement's pattern since the issue was opened. */
  readonly split: readonly string[];
}

/**
 * A split-off pattern is reported only if it has at least this many episodes. The next clustering may move one or two
 * episodes back.
 */
const minReported = 3;
const active: readonly ImprovementState[] = ['opened', 'accepted', 'fixed', 'recurred'];
const done: readonly ImprovementState[] = ['declined', 'proposed', 'verified'];

/** Stores which comments on an improvement's issue were read or posted, and finds issues that are due for a poll. */
export function createIssueThreadQueries(db: Kysely<Database>) {
  return {
    /** Returns which comments were read and posted on the issue so far. @throws {AppError} `not_found` */
    async readThread(id: string): Promise<ReadAndPostedComments> {
      const found = await db
        .selectFrom('improvement')
        .select(['lastCommentId', 'posted'])
        .where('id', '=', id)
        .executeTakeFirst();
      if (found === undefined) throw new AppError('not_found', `There is no improvement ${id}`);
      return { lastCommentId: Number(found.lastCommentId), posted: found.posted };
    },

    /** Returns what the issue said when it was last written; null before. */
    async findIssueRevision(id: string): Promise<IssueRevision | null> {
      const found = await db.selectFrom('improvement').select('issueRevision').where('id', '=', id).executeTakeFirst();
      return found?.issueRevision ?? null;
    },

    async recordIssueRevision(id: string, revision: IssueRevision): Promise<void> {
      await db
        .updateTable('improvement')
        .set({ issueRevision: toJsonText(revision) })
        .where('id', '=', id)
        .execute();
    },

    /** Makes Refrain write the issue the next time, even if its readers have nothing new to learn. */
    async forgetIssueRevision(id: string): Promise<void> {
      await db.updateTable('improvement').set({ issueRevision: null }).where('id', '=', id).execute();
    },

    async recordPostedComment(id: string, marker: string): Promise<void> {
      await db
        .updateTable('improvement')
        .set({ posted: sql<string>`posted || to_jsonb(${marker}::text)` })
        .where('id', '=', id)
        .where(sql<SqlBool>`not posted @> to_jsonb(${marker}::text)`)
        .execute();
    },

    /** Records that the issue was polled now, and the id of the last comment that was read. */
    async recordSynced(id: string, lastCommentId?: number): Promise<void> {
      await db
        .updateTable('improvement')
        .set({ syncedAt: sql`now()`, ...(lastCommentId === undefined ? {} : { lastCommentId: String(lastCommentId) }) })
        .where('id', '=', id)
        .execute();
    },

    /** Lists improvements whose issue was not polled since `since`, least recently polled first. */
    async listUnsynced(which: 'active' | 'done', since: Instant, limit: number): Promise<string[]> {
      const states = which === 'active' ? active : done;
      const rows = await db
        .selectFrom('improvement')
        .select('id')
        .where('issueNumber', 'is not', null)
        .where('state', 'in', states)
        .where((is) => is.or([is('syncedAt', 'is', null), is('syncedAt', '<', since)]))
        .orderBy(sql`synced_at nulls first`)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    /**
     * Lists improvements that have an issue, and whose pattern was retired or was split into patterns that are still
     * active.
     */
    async listOrphaned(): Promise<ImprovementOfMergedOrSplitPattern[]> {
      const { rows } = await sql<ImprovementOfMergedOrSplitPattern>`
        select improvement.id,
          case when pattern.retired_at is null then null else merged.into_id end as "mergedInto",
          coalesce((
            select jsonb_agg(lineage.pattern_id order by lineage.at, lineage.pattern_id)
            from pattern_lineage as lineage
            join pattern as part on part.id = lineage.pattern_id
              and part.retired_at is null and part.episodes >= ${minReported}
            where lineage.kind = 'split_from' and lineage.related_pattern_id = improvement.pattern_id
              and lineage.at > improvement.opened_at and not improvement.posted @> to_jsonb('split-' || lineage.pattern_id)
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
