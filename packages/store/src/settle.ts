import type { ChangeDraft, FailureDraft, InboxOutcome } from '@refrain/domain';
import { type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { upsertChanges, upsertFailures } from './drafts.ts';
import { jsonBatches } from './json-text.ts';
import { holdNameRedactor } from './people.ts';

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

/**
 * Rows are locked in the order of their ids, then failures, then changes: no two settlements can wait in a circle.
 * No text is stored with the name of a person whom any payload referred to.
 */
export async function settle(db: Transaction<Database>, results: readonly SettledRecord[]): Promise<Settlement> {
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
  const redact = await holdNameRedactor(db);
  const own = <T extends { readonly title: string; readonly text: string }>(
    connectionId: string,
    drafts: readonly T[],
  ) =>
    drafts.map((draft) => ({
      connectionId,
      draft: { ...draft, title: redact(draft.title), text: redact(draft.text) },
    }));
  const failuresChanged = await upsertFailures(
    db,
    settled.flatMap(({ connectionId, result }) => own(connectionId, result.failures)),
  );
  const changes = await upsertChanges(
    db,
    settled.flatMap(({ connectionId, result }) => own(connectionId, result.changes)),
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
