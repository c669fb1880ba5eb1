import type { FailureDraft } from '@refrain/domain';
import { type SqlBool, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';
import { limitExternalIdLength, type Owned } from './drafts.ts';
import { parsedFailureColumns } from './failure-columns.ts';

/**
 * Finds the stored failures of an archive that are now imported with another kind, because somebody corrected the file.
 * Otherwise each row of the file would count twice.
 * @returns the former failures with `isFailure` false
 */
export async function findFailuresOfFormerKind(
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
        ${failures.map(({ draft }) => limitExternalIdLength(draft.externalId))}::text[],
        ${failures.map(({ draft }) => draft.kind)}::text[],
        ${failures.map(({ draft }) => draft.version)}::text[])`.as<'given'>(
        sql`given(owner_id, given_id, kind, version)`,
      ),
      (join) =>
        join.onRef('given.ownerId', '=', 'failure.connectionId').onRef('given.givenId', '=', 'failure.externalId'),
    )
    .select(parsedFailureColumns)
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
