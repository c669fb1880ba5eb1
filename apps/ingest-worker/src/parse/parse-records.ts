import { listNamesOfPeople } from '@refrain/connectors';
import { type Connection, type ErrorCode, secondInMs, toAppError } from '@refrain/domain';
import { type JobHandler, tryEach } from '@refrain/jobs';
import type { InboxRow, ParsedRecord, Store } from '@refrain/store';
import { createCombinedEventHandler } from '../events/hand-over-events.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { mapWithYields } from '../worker/map-with-yields.ts';
import { createIrrelevantRecord, createUnreadableRow, parseInboxRow } from './parse-inbox-row.ts';

/**
 * Creates the job that parses inbox rows, applies them, and enqueues detection and clustering of what changed. If a batch fails, its
 * rows are parsed one by one, and those that fail again are enqueued alone.
 */
export function createParseRecordsHandler(deps: IngestDeps): JobHandler<'parse-records'> {
  const { store, producer, providers, now, onStageLatency } = deps;
  const handOverEvents = createCombinedEventHandler(deps);

  async function parse(connection: Connection, inboxIds: readonly string[]): Promise<void> {
    for await (const rows of store.inbox.readUnprocessed(inboxIds)) await parseSlice(connection, rows);
  }

  async function parseSlice(connection: Connection, rows: readonly InboxRow[]): Promise<void> {
    const connectionId = connection.id;
    const own = rows.filter((row) => providers.isOfAccount(connection, row));
    const foreign = rows.filter((row) => !providers.isOfAccount(connection, row));
    const parsed = await mapWithYields(own, (row) => ({
      row,
      record: parseInboxRow(providers, row, connection.scope, now()),
    }));
    // Names from other records are not redacted from texts, because the author of an unmerged pull request could choose an
    // ordinary word as a name.
    const people = parsed.flatMap(({ row, record }) =>
      record.outcome === 'stored' ? listNamesOfPeople(row.payload) : [],
    );
    await store.retention.addPersonNames(connectionId, people);
    await handOverEvents(connection, own);
    const records = [...parsed.map(({ record }) => record), ...foreign.map(createIrrelevantRecord)];
    const { changed, repositories } = await applyRecords(store.inbox, records);
    onStageLatency?.(
      'parse',
      own.map(({ waitingSince }) => (now() - Date.parse(waitingSince)) / secondInMs),
    );
    const redacted = await store.retention.redactStoredTexts();
    await producer.enqueueMany(
      'detect-failures',
      repositories.map((repository) => ({ connectionId, repository })),
    );
    if (changed + redacted > 0) await producer.enqueue('recluster-when-due', {});
  }

  return async ({ connectionId, inboxIds }) => {
    const connection = await store.connections.find(connectionId);
    if (connection === null) return;
    try {
      await parse(connection, inboxIds);
    } catch (thrown) {
      if (inboxIds.length === 1 || toAppError(thrown).code === 'unavailable') throw thrown;
      const failed = await tryEach(inboxIds, (id) => parse(connection, [id]));
      await producer.enqueueMany(
        'parse-records',
        failed.map((id) => ({ connectionId, inboxIds: [id] })),
      );
    }
  };
}

interface Applied {
  readonly changed: number;
  readonly repositories: readonly string[];
}

/** Codes of errors that a record itself causes when it is stored, so that a retry would fail again. */
const causedByRecord: ReadonlySet<ErrorCode> = new Set(['invalid_input', 'conflict', 'too_large']);

/** Applies parsed records in one transaction. If that fails, applies each one alone, and marks a rejected one as unreadable. */
async function applyRecords(inbox: Store['inbox'], records: readonly ParsedRecord[]): Promise<Applied> {
  try {
    const { failuresChanged, changesChanged, repositories } = await inbox.applyRecords(records);
    return { changed: failuresChanged + changesChanged, repositories };
  } catch (thrown) {
    const error = toAppError(thrown);
    const [first] = records;
    if (error.code === 'unavailable' || first === undefined) throw error;
    if (records.length > 1) return applyEach(inbox, records);
    if (first.outcome === 'unreadable' || !causedByRecord.has(error.code)) throw error;
    return applyRecords(inbox, [
      { inboxId: first.inboxId, ...createUnreadableRow(`The database rejects it: ${error.message}`) },
    ]);
  }
}

async function applyEach(inbox: Store['inbox'], records: readonly ParsedRecord[]): Promise<Applied> {
  const applied: Applied[] = [];
  for (const record of records) applied.push(await applyRecords(inbox, [record]));
  return {
    changed: applied.reduce((sum, { changed }) => sum + changed, 0),
    repositories: [...new Set(applied.flatMap(({ repositories }) => repositories))],
  };
}
