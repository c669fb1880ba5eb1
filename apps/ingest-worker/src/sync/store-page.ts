import { listPeople } from '@refrain/connectors';
import { type Connection, toAppError } from '@refrain/domain';
import type { InboxPage, RecordReading, StoredPage } from '@refrain/store';
import { enqueueNormalise } from '../parse/batch-records.ts';
import { readRecordIn } from '../parse/parse-row.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { mapInTurns } from '../worker/map-yielding.ts';

/**
 * Stores a pulled page with all that it says, in one transaction: it is read while it is here, and not sealed, queued,
 * fetched and opened first. A record that cannot be read waits in the inbox as webhooks do, and where the store refuses
 * what was read, all of them do: then each is settled by itself.
 */
export function createTakePage({ store, producer, now }: IngestDeps) {
  return async function takePage(connection: Connection, page: InboxPage): Promise<StoredPage> {
    const { id: connectionId } = connection;
    const outcomes = await mapInTurns(page.records, (record) => ({
      record,
      ...readRecordIn(connection, record, now()),
    }));
    await store.people.add(
      connectionId,
      outcomes.flatMap(({ record, outcome }) => (outcome === 'stored' ? listPeople(record.payload) : [])),
    );
    const readings = outcomes.map(({ record: _, outcome, problem: __, ...reading }): RecordReading | null =>
      outcome === 'unreadable' ? null : reading,
    );
    const stored = await store.inbox.storePage(connectionId, { ...page, readings }).catch((thrown) => {
      const error = toAppError(thrown);
      if (error.code === 'unavailable') throw error;
      return store.inbox.storePage(connectionId, page);
    });
    await enqueueNormalise(
      producer,
      stored.newIds.map((id) => ({ id, connectionId })),
    );
    return stored;
  };
}
