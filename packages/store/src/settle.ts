import type { ChangeDraft, FailureDraft, InboxOutcome } from '@refrain/domain';
import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from './database.ts';
import { upsertChanges, upsertFailures } from './drafts.ts';
import { jsonBatches } from './json-text.ts';

/** What reading one inbox row gave. */
export interface SettledRecord {
  readonly inboxId: string;
  readonly outcome: InboxOutcome;
  readonly problem: string | null;
  readonly failures: readonly FailureDraft[];
  readonly changes: readonly ChangeDraft[];
}

export interface Settlement {
  readonly failuresChanged: number;
  readonly changesChanged: number;
  /** Each repository whose changes changed, once, in the order of their names. */
  readonly repositories: string[];
}

/** Rows are locked in the order of their ids, then failures, then changes: no two settlements can wait in a circle. */
export async function settle(db: Kysely<Database>, results: readonly SettledRecord[]): Promise<Settlement> {
  const resultOf = new Map(results.map((result) => [result.inboxId, result]));
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'connectionId'])
    .where(sql<SqlBool>`id = any(${[...resultOf.keys()]}::bigint[])`)
    .orderBy('id')
    .forUpdate()
    .execute();
  const settled = rows.flatMap(({ id, connectionId }) => {
    const result = resultOf.get(id);
    return result === undefined ? [] : [{ connectionId, result }];
  });
  const failuresChanged = await upsertFailures(
    db,
    settled.flatMap(({ connectionId, result }) => result.failures.map((draft) => ({ connectionId, draft }))),
  );
  const changes = await upsertChanges(
    db,
    settled.flatMap(({ connectionId, result }) => result.changes.map((draft) => ({ connectionId, draft }))),
  );
  const outcomes = settled.map(({ result }) => ({
    id: result.inboxId,
    outcome: result.outcome,
    problem: result.problem,
  }));
  for await (const batch of jsonBatches(outcomes)) {
    await sql`
      update inbox set processed_at = now(), outcome = result.outcome, problem = result.problem
      from json_to_recordset(${batch}::json) as result (id bigint, outcome text, problem text)
      where inbox.id = result.id`.execute(db);
  }
  return { failuresChanged, changesChanged: changes.changed, repositories: changes.repositories };
}
