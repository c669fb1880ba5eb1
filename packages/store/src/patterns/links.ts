import type { Link } from '@refrain/domain';
import { type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { inTransaction } from '../sql/in-transaction.ts';
import { jsonBatches } from '../sql/json-text.ts';
import { type ClusterRunStart, lockAnalysisResults } from './lock-analysis-results.ts';

export function createLinkQueries(db: Kysely<Database>) {
  const links = () => db.selectFrom('link').selectAll();

  return {
    /**
     * Replaces all links in one transaction, including those with a person's decision. Skips links of deleted failures.
     * @throws {AppError} `conflict` if a newer clustering run has begun
     */
    replaceLinks: (wanted: readonly Link[], run?: ClusterRunStart): Promise<void> =>
      inTransaction(db, (transaction) => replaceAll(transaction, wanted, run)),

    /** Lists the links from the given failures, and the `same_episode` links to them, best first. */
    listLinks(failureIds: readonly string[]): Promise<Link[]> {
      return links()
        .where(
          sql<SqlBool>`failure_id = any(${failureIds}) or (type = 'same_episode' and target_id = any(${failureIds}))`,
        )
        .orderBy('score', 'desc')
        .orderBy('failureId')
        .orderBy('type')
        .orderBy('targetId')
        .execute();
    },

    listAllLinks(): Promise<Link[]> {
      return links().orderBy('failureId').orderBy('type').orderBy('targetId').execute();
    },
  };
}

async function replaceAll(db: Transaction<Database>, links: readonly Link[], run?: ClusterRunStart): Promise<void> {
  await lockAnalysisResults(db, run);
  const types = links.map(({ type }) => type);
  const failureIds = links.map(({ failureId }) => failureId);
  const targetIds = links.map(({ targetId }) => targetId);
  await sql`
    delete from link where not exists (
      select from unnest(${types}::text[], ${failureIds}::text[], ${targetIds}::text[]) as wanted (type, failure_id, target_id)
      where (wanted.failure_id, wanted.type, wanted.target_id) = (link.failure_id, link.type, link.target_id)
    )`.execute(db);
  for await (const batch of jsonBatches(links)) {
    await sql`
      insert into link (type, failure_id, target_id, score, evidence, status)
      select wanted.type, "failureId", "targetId", wanted.score, wanted.evidence, wanted.status
      from json_to_recordset(${batch}::json) as wanted
        (type text, "failureId" text, "targetId" text, score float8, evidence jsonb, status text)
      join failure on failure.id = "failureId"
      left join link stored on (stored.failure_id, stored.type, stored.target_id) = ("failureId", wanted.type, "targetId")
      where (stored.score, stored.evidence, stored.status) is distinct from (wanted.score, wanted.evidence, wanted.status)
      on conflict (failure_id, type, target_id) do update
      set score = excluded.score, evidence = excluded.evidence, status = excluded.status`.execute(db);
  }
}
