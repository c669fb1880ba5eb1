import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Database } from '../schema/database.ts';
import { canonicalJson } from '../sql/json-text.ts';

/** Redacts the passages that people chose as statements of these failures, in the same way as the texts of the failures. */
export async function redactStatementQuotes(
  db: Kysely<Database>,
  failureIds: readonly string[],
  redact: (text: string) => string,
): Promise<void> {
  const corrections = await db
    .selectFrom('correction')
    .select(['id', 'decision'])
    .where(sql<SqlBool>`decision ->> 'kind' = 'statement' and decision ->> 'failureId' = any(${failureIds}::text[])`)
    .execute();
  for (const { id, decision } of corrections) {
    if (decision.kind !== 'statement' || decision.quote === null) continue;
    const quote = redact(decision.quote);
    if (quote === decision.quote) continue;
    const redacted = canonicalJson({ ...decision, quote });
    await db.updateTable('correction').set({ decision: redacted }).where('id', '=', id).execute();
  }
}
