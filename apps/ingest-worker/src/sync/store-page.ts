import { listNamesOfPeople } from '@refrain/connectors';
import { type Connection, toAppError } from '@refrain/domain';
import type { InboxPage, ParsedContent, StoredRecordPage } from '@refrain/store';
import { parseRecord } from '../parse/parse-inbox-row.ts';
import { createRecordBatches } from '../worker/batches.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { mapWithYields } from '../worker/map-with-yields.ts';

/**
 * Creates a function that parses a pulled page and stores it together with its failures and changes. Unparsable records stay in the
 * inbox, and are parsed again like received webhooks. If the store rejects a parsed record, all records of the page stay in the
 * inbox, and are then applied one by one.
 */
export function createPageStorer({ store, producer, providers, now }: IngestDeps) {
  return async function storePage(connection: Connection, page: InboxPage): Promise<StoredRecordPage> {
    const { id: connectionId } = connection;
    const parsed = await mapWithYields(page.records, (record) => ({
      ...parseRecord(providers, connection, record, now()),
      record,
    }));
    await store.retention.addPersonNames(
      connectionId,
      parsed.flatMap(({ record, outcome }) => (outcome === 'stored' ? listNamesOfPeople(record.payload) : [])),
    );
    const readings = parsed.map(({ record: _, outcome, problem: __, ...reading }): ParsedContent | null =>
      outcome === 'unreadable' ? null : reading,
    );
    const stored = await store.inbox.storePage(connectionId, { ...page, readings }).catch((thrown) => {
      const error = toAppError(thrown);
      if (error.code === 'unavailable') throw error;
      return store.inbox.storePage(connectionId, page);
    });
    const unparsed = stored.newIds.map((id) => ({ id, connectionId }));
    await producer.enqueueMany('parse-records', createRecordBatches(unparsed));
    return stored;
  };
}
