import type { FailureDraft } from '@refrain/domain';
import { type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { boundedExternalId, type Owned } from './drafts.ts';
import { failureAsReadColumns } from './failure-columns.ts';

/**
 * Finds stored failures with the same id as an archive record but another kind. Without this, a file that is imported
 * again with a corrected kind would count each of its rows twice.
 * @returns the former failures, marked as no failures
 */
export async function findOtherKinds(
  db: Transaction<Database>,
  failures: readonly Owned<FailureDraft>[],
): Promise<Owned<FailureDraft>[]> {
  if (failures.length === 0) return [];
  const rows = await db
    .selectFrom('failure')
    .innerJoin('connection', 'connection.id', 'failure.connectionId')
    .innerJoin(
      sql<{ ownerId: string; givenId: string; kind: string; version: string }>`unnest(
        ${failures.map(({ connectionId }) => connectionId)}::text[],
        ${failures.map(({ draft }) => boundedExternalId(draft.externalId))}::text[],
        ${failures.map(({ draft }) => draft.kind)}::text[],
        ${failures.map(({ draft }) => draft.version)}::text[])`.as<'given'>(
        sql`given(owner_id, given_id, kind, version)`,
      ),
      (join) =>
        join.onRef('given.ownerId', '=', 'failure.connectionId').onRef('given.givenId', '=', 'failure.externalId'),
    )
    .select(failureAsReadColumns)
    .select('given.version as newVersion')
    .where('connection.provider', '=', 'archive')
    .where('failure.isFailure', '=', true)
    .where(sql<SqlBool>`failure.kind <> given.kind and failure.version < given.version::timestamptz`)
    .execute();
  return rows.map(({ id: _, connectionId, newVersion, ...draft }) => ({
    connectionId,
    draft: { ...draft, isFailure: false, confidence: 1, version: newVersion },
  }));
}
