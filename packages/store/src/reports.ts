import { AppError, type PatternReport, type StoredReport } from '@refrain/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import { sha256 } from './hash.ts';
import { canonicalJson } from './json-text.ts';
import { stableId } from './stable-id.ts';

export interface ReportQueries {
  /** Same content, same row. */
  ensure(patternId: string, report: PatternReport): Promise<StoredReport & { created: boolean }>;
  /** The one that was ensured last. */
  findLatest(patternId: string): Promise<StoredReport | null>;
  find(id: string): Promise<StoredReport | null>;
  /** Newest first. */
  list(patternId: string): Promise<StoredReport[]>;
}

export function createReportQueries(db: Kysely<Database>): ReportQueries {
  const reports = () => db.selectFrom('report').select(['id', 'patternId', 'createdAt', 'report']);

  return {
    async ensure(patternId, report) {
      const content = canonicalJson(report);
      const digest = sha256(content);
      const id = stableId('report', patternId, digest);
      const { rows } = await sql<StoredReport & { created: boolean }>`
        insert into report (id, pattern_id, digest, report) values (${id}, ${patternId}, ${digest}, ${content})
        on conflict (pattern_id, digest) do update set ensured_at = excluded.ensured_at
        returning id, pattern_id, created_at, report, xmax = 0 as created`.execute(db);
      const [stored] = rows;
      if (stored === undefined) throw new AppError('internal', `The report of pattern ${patternId} was not stored`);
      return stored;
    },

    async findLatest(patternId) {
      return (
        (await reports().where('patternId', '=', patternId).orderBy('ensuredAt', 'desc').limit(1).executeTakeFirst()) ??
        null
      );
    },

    async find(id) {
      return (await reports().where('id', '=', id).executeTakeFirst()) ?? null;
    },

    list(patternId) {
      return reports().where('patternId', '=', patternId).orderBy('ensuredAt', 'desc').execute();
    },
  };
}
