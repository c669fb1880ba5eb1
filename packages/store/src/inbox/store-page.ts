import type { RawRecord } from '@refrain/domain';
import type { Transaction } from 'kysely';
import { advanceStream, type StreamPositionUpdate } from '../connections/streams.ts';
import { markFailuresNotStale } from '../failures/stale-failures.ts';
import { isOfErasedRepository } from '../names/erased-names.ts';
import type { KnownNamesReader } from '../names/known-names-reader.ts';
import type { Database } from '../schema/database.ts';
import { toStorableText } from '../sql/json-text.ts';
import {
  type ApplyRecordsResult,
  emptyApplyRecordsResult,
  listCompleteFailures,
  type ParsedRecord,
  writeParsedContents,
} from './apply-records.ts';
import {
  encryptRecordBatches,
  type InboxRecordSource,
  insertProcessedRecords,
  insertRecords,
  type RecordEncryptionDependencies,
} from './insert-records.ts';

export type ParsedContent = Pick<ParsedRecord, 'failures' | 'changes' | 'staleFailures' | 'leavesStale'>;

export interface InboxPage {
  readonly records: readonly RawRecord[];
  /** The parsed content of each record, in the same order. A record without parsed content stays unprocessed. */
  readonly readings?: readonly (ParsedContent | null)[];
  readonly source: InboxRecordSource;
  /** The stream of the records and its next position; absent for records without a stream. */
  readonly stream?: StreamPositionUpdate;
}

export interface StoredRecordPage {
  /** The ids of the rows that are new and unprocessed, in the order of the records. */
  readonly newIds: string[];
  readonly applied: ApplyRecordsResult;
  readonly moved: boolean;
}

export interface RecordStorageDependencies extends RecordEncryptionDependencies {
  readonly knownNames: KnownNamesReader;
}

export async function storePage(
  db: Transaction<Database>,
  keeping: RecordStorageDependencies,
  connectionId: string,
  { records, readings = [], source, stream }: InboxPage,
): Promise<StoredRecordPage> {
  const recogniser = await keeping.erased(db);
  const owned = records
    .map((record, place) => ({ connectionId, record, reading: readings[place] ?? null }))
    .filter(({ record }) => !isOfErasedRepository(recogniser, record));
  const newIds: string[] = [];
  const waiting = owned.filter(({ reading }) => reading === null);
  for await (const batch of encryptRecordBatches(db, waiting, keeping)) {
    newIds.push(...(await insertRecords(db, source, batch)).map(({ id }) => id));
  }
  const applied = await keepRead(db, keeping, source, owned);
  const moved = stream !== undefined && (await advanceStream(db, connectionId, stream, records.length));
  return { newIds, applied, moved };
}

interface ReadRecord {
  readonly connectionId: string;
  readonly record: RawRecord;
  readonly reading: ParsedContent | null;
}

async function keepRead(
  db: Transaction<Database>,
  keeping: RecordStorageDependencies,
  source: InboxRecordSource,
  owned: readonly ReadRecord[],
): Promise<ApplyRecordsResult> {
  const read = new Map(owned.map((one) => [toStorableText(one.record.deliveryKey), one]));
  const kept = [];
  const settled = owned.filter(({ reading }) => reading !== null);
  for await (const batch of encryptRecordBatches(db, settled, keeping)) {
    for (const { deliveryKey, receivedAt } of await insertProcessedRecords(db, source, batch)) {
      const one = read.get(deliveryKey);
      if (one?.reading) kept.push({ ...one.reading, connectionId: one.connectionId, receivedAt });
    }
  }
  const applied = kept.length === 0 ? emptyApplyRecordsResult : await writeParsedContents(db, kept, keeping.knownNames);
  // Known records are included, because reading a record completely again makes its failures no longer stale.
  const all = settled.flatMap(({ connectionId, reading }) =>
    reading === null ? [] : listCompleteFailures({ ...reading, connectionId }),
  );
  await markFailuresNotStale(db, all);
  return applied;
}
