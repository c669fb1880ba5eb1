import type { ChangeDraft, FailureDraft, InboxRecordOutcome, Instant, StaleFailure } from '@refrain/domain';
import { type SqlBool, sql, type Transaction } from 'kysely';
import { limitExternalIdLength, type Owned, upsertChanges, upsertFailures } from '../failures/drafts.ts';
import { parsedFailureColumns } from '../failures/failure-columns.ts';
import {
  completePartialDrafts,
  type FailureDraftWithConnection,
  markFailuresNotStale,
  markFailuresStale,
} from '../failures/stale-failures.ts';
import { type KnownNamesReader, lockNamesAndCreateRedactor } from '../names/known-names-reader.ts';
import type { Database } from '../schema/database.ts';
import { jsonBatches } from '../sql/json-text.ts';

export interface ParsedRecord {
  readonly inboxId: string;
  readonly outcome: InboxRecordOutcome;
  readonly problem: string | null;
  readonly failures: readonly FailureDraft[];
  readonly changes: readonly ChangeDraft[];
  /** Failures for which the record shows that the provider has newer data. */
  readonly staleFailures?: readonly StaleFailure[];
  /** Whether the source omits fields. If it does, stale failures stay stale until they are read from the provider. */
  readonly leavesStale?: true;
}

export interface ApplyRecordsResult {
  readonly failuresChanged: number;
  readonly changesChanged: number;
  /** The distinct repositories whose changes are new or have new content, sorted by name. */
  readonly repositories: string[];
}

/**
 * Applies parsed records, with the names of all known people redacted. Writes failures in the order of their ids, then
 * changes, then the inbox, so that two calls cannot deadlock.
 */
export async function applyRecords(
  db: Transaction<Database>,
  results: readonly ParsedRecord[],
  knownNames: KnownNamesReader,
): Promise<ApplyRecordsResult> {
  const resultOf = new Map(results.map((result) => [result.inboxId, result]));
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'connectionId', 'problem', 'receivedAt'])
    .where(sql<SqlBool>`id = any(${[...resultOf.keys()]}::bigint[])`)
    .orderBy('id')
    .execute();
  const readings = rows.flatMap(({ id, connectionId, receivedAt }) => {
    const result = resultOf.get(id);
    return result === undefined ? [] : [{ ...result, connectionId, receivedAt }];
  });
  await markFailuresNotStale(db, readings.flatMap(listCompleteFailures));
  const applied = await writeParsedContents(db, readings, knownNames);
  await sql`delete from inbox_waiting where id = any(${rows.map(({ id }) => id)}::bigint[])`.execute(db);
  await writeProblems(
    db,
    rows.flatMap(({ id, problem }) => {
      const found = problemOf(resultOf.get(id));
      return found === problem ? [] : [{ id, problem: found }];
    }),
  );
  return applied;
}

export interface ParsedContentWithConnection
  extends Pick<ParsedRecord, 'failures' | 'changes' | 'staleFailures' | 'leavesStale'> {
  readonly connectionId: string;
  readonly receivedAt: Instant;
}

/** Writes failures in the order of their ids, then changes, with the names of all known people redacted. */
export async function writeParsedContents(
  db: Transaction<Database>,
  readings: readonly ParsedContentWithConnection[],
  knownNames: KnownNamesReader,
): Promise<ApplyRecordsResult> {
  const hide = await lockNamesAndCreateRedactor(db, knownNames);
  const ownedDrafts = <T extends FailureDraft | ChangeDraft>(
    { connectionId, receivedAt }: ParsedContentWithConnection,
    drafts: readonly T[],
  ) =>
    drafts.flatMap((parsedDraft) => {
      const draft = hide(connectionId, parsedDraft);
      return draft === null ? [] : [{ connectionId, receivedAt, draft }];
    });
  const staleFailures = readings.flatMap(({ connectionId, staleFailures = [] }) =>
    staleFailures.map((item) => ({ connectionId, item })),
  );
  const failures = readings.flatMap((reading) =>
    ownedDrafts(reading, reading.failures).map((owned) => ({ ...owned, isPart: isPart(reading, owned.draft) })),
  );
  const written = await upsertFailures(db, await completePartialDrafts(db, failures));
  const failuresChanged = written + (await upsertFailures(db, await findFailuresOfFormerKind(db, failures)));
  await markFailuresStale(db, staleFailures);
  const changes = await upsertChanges(
    db,
    readings.flatMap((reading) => ownedDrafts(reading, reading.changes)),
  );
  return { failuresChanged, changesChanged: changes.changed, repositories: changes.repositories };
}

/** Returns the failures that a parsed record describes completely. */
export function listCompleteFailures(
  reading: Omit<ParsedContentWithConnection, 'receivedAt'>,
): FailureDraftWithConnection[] {
  if (reading.leavesStale === true) return [];
  const { connectionId, failures } = reading;
  return failures.filter((draft) => !isPart(reading, draft)).map((draft) => ({ connectionId, draft }));
}

function isPart(
  { staleFailures = [] }: Pick<ParsedContentWithConnection, 'staleFailures'>,
  { kind, externalId }: FailureDraft,
): boolean {
  return staleFailures.some((item) => item.kind === kind && item.externalId === externalId);
}

export const emptyApplyRecordsResult: ApplyRecordsResult = { failuresChanged: 0, changesChanged: 0, repositories: [] };

function problemOf(result: ParsedRecord | undefined): string | null {
  return result?.outcome === 'unreadable' ? (result.problem ?? 'The record could not be parsed') : null;
}

async function writeProblems(
  db: Transaction<Database>,
  rows: readonly { readonly id: string; readonly problem: string | null }[],
): Promise<void> {
  for await (const batch of jsonBatches(rows)) {
    await sql`
      update inbox set problem = wanted.problem
      from (select * from json_to_recordset(${batch}::json) as row (id bigint, problem text)) as wanted
      where inbox.id = wanted.id`.execute(db);
  }
}

/**
 * Finds the stored failures of an archive that are now imported with another kind, because somebody corrected the file.
 * If they still counted as failures, each corrected row of the file would count twice.
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
