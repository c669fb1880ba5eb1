import { randomUUID } from 'node:crypto';
import type { RawRecord } from '@refrain/domain';
import { createProducer, startWorker } from '@refrain/jobs';
import { openRawDatabaseClient } from '@refrain/store/testing';
import { cleanUpAfterTest } from '@refrain/store/under-test';
import { expect, inject, onTestFinished, test, vi } from 'vitest';
import { simulatedCatalogueParserThread } from './catalogue/simulated-catalogue-parser-thread.ts';
import { createHandlers } from './handlers.ts';
import { createIngestDeadLetterLedger } from './parse/job-ledger.ts';
import { createParseRecordsHandler } from './parse/parse-records.ts';
import { openWorkerUnderTest } from './worker/worker-under-test.ts';

const incident = (key: string): RawRecord => ({
  type: 'archive.incident',
  deliveryKey: key,
  payload: {
    id: key,
    title: `Checkout answers 502 (${key})`,
    text: 'The pool ran dry.',
    created: '2026-02-01T10:00:00Z',
  },
});
const incidents = (name: string, count: number) => Array.from({ length: count }, (_, at) => incident(`${name}-${at}`));

/**
 * Starts an ingest worker with a connection of its own.
 * @param unreadable delivery keys of the rows on which parsing throws an unexpected error
 */
async function startIngest(unreadable = new Set<string>()) {
  const { store, connect, depsFor, databaseUrl } = await openWorkerUnderTest();
  const queue = { redisUrl: inject('redisUrl'), prefix: `poison-test-${randomUUID()}` };
  const producer = createProducer(queue);
  const deps = { ...depsFor({}), producer, catalogue: simulatedCatalogueParserThread };
  const readUnprocessed: typeof store.inbox.readUnprocessed = async function* (ids) {
    for await (const rows of store.inbox.readUnprocessed(ids)) {
      if (rows.some(({ deliveryKey }) => unreadable.has(deliveryKey))) throw new TypeError('an unexpected error');
      yield rows;
    }
  };
  const settings = {
    publicUrl: null,
    payloadDays: 90,
    syncEveryMs: 60_000,
    fullSyncEveryMs: 60_000,
    connectionCheckEveryMs: 60_000,
    completenessCheckEveryMs: 60_000,
  };
  const worker = await startWorker({
    ...queue,
    queue: 'ingest',
    concurrency: 4,
    onError: () => {},
    ledger: createIngestDeadLetterLedger(deps),
    handlers: {
      ...createHandlers(deps, settings),
      'parse-records': createParseRecordsHandler({
        ...deps,
        store: { ...store, inbox: { ...store.inbox, readUnprocessed } },
      }),
    },
  });
  cleanUpAfterTest(async () => {
    await worker.close();
    await producer.close();
  });
  const { id: connectionId } = await connect({}, 'archive');
  const storeRecords = async (records: RawRecord[]) =>
    (await store.inbox.storePage(connectionId, { records, source: 'file' })).newIds;
  const normalise = (inboxIds: string[]) => producer.enqueue('parse-records', { connectionId, inboxIds });
  const letters = async () => (await store.operations.listDeadLetters({ limit: 50 })).items;
  return {
    store,
    databaseUrl,
    producer,
    connectionId,
    storeRecords,
    normalise,
    letters,
    untilRead: (failures: number, dead: number) =>
      vi.waitFor(
        async () => {
          expect([await store.inbox.countUnprocessed(), await store.failures.count()]).toEqual([0, failures]);
          expect(await letters()).toHaveLength(dead);
        },
        { timeout: 40_000, interval: 50 },
      ),
  };
}

test('parses 300 good records beside an unreadable and a damaged one, and reports why these two failed', async () => {
  const { store, databaseUrl, producer, connectionId, storeRecords, normalise, letters, untilRead } =
    await startIngest();
  const plain = await openRawDatabaseClient(databaseUrl);
  onTestFinished(() => plain.end());
  const unreadable: RawRecord = { type: 'archive.incident', deliveryKey: 'unreadable', payload: { title: 7 } };
  await normalise(await storeRecords(incidents('before', 100)));
  const batch = [...incidents('beside', 100), unreadable, incident('damaged'), incident('later')];
  const newIds = await storeRecords(batch);
  const damaged = String(newIds[101]);
  const [{ payload: whole } = {}] = await plain.query('select payload from inbox where id = $1', [damaged]);
  await plain.query(`update inbox set payload = '\\x00' where id = $1`, [damaged]);
  await normalise(newIds);
  await normalise(await storeRecords(incidents('after', 100)));
  await untilRead(301, 2);
  expect(await letters()).toMatchObject([
    { kind: 'record', subject: expect.stringMatching(/damaged|unreadable/u), problem: expect.stringMatching(/.{10}/u) },
    { kind: 'record', subject: expect.stringMatching(/damaged|unreadable/u), problem: expect.stringMatching(/.{10}/u) },
  ]);

  // Once the record is repaired, a replay parses it, and a second replay finds nothing to do.
  await plain.query('update inbox set payload = $2 where id = $1', [damaged, whole ?? null]);
  for (const _ of [1, 2]) {
    const { records } = await store.operations.requestReplay({ id: `record-${damaged}` });
    await producer.enqueueMany(
      'parse-records',
      records.map(({ id }) => ({ connectionId, inboxIds: [id] })),
    );
    await untilRead(302, 1);
  }
});

test('parses rows one by one after workers crashed on a batch, and quarantines the poison record', async () => {
  const unreadable = new Set(['deadly']);
  const { store, producer, connectionId, storeRecords, normalise, letters } = await startIngest(unreadable);
  const ledger = createIngestDeadLetterLedger({ store, producer });
  const newIds = await storeRecords([...incidents('dying', 20), incident('deadly')]);
  const deadly = String(newIds[20]);
  const givenUp = {
    key: 'k',
    queue: 'ingest',
    name: 'parse-records',
    code: 'internal' as const,
    attempts: 10,
    payload: { connectionId, inboxIds: newIds },
    problem: 'Workers died in the middle of it',
  };
  await ledger.addDeadLetter(givenUp);
  await vi.waitFor(async () => expect(await store.inbox.filterUnprocessed(newIds)).toEqual([deadly]), {
    timeout: 40_000,
    interval: 50,
  });
  await ledger.addDeadLetter({ ...givenUp, payload: { connectionId, inboxIds: [deadly] } });
  expect(await store.inbox.filterUnprocessed(newIds)).toEqual([]);
  expect(await letters()).toContainEqual(expect.objectContaining({ subject: 'deadly', problem: givenUp.problem }));
  // No row is quarantined while PostgreSQL or Redis is down, or while this worker lacks a key.
  unreadable.clear();
  const later = await storeRecords([incident('innocent')]);
  await normalise(later);
  for (const code of ['unavailable', 'misconfigured'] as const) {
    await ledger.addDeadLetter({ ...givenUp, code, payload: { connectionId, inboxIds: later } });
  }
  expect((await letters()).map(({ subject }) => subject)).not.toContain('innocent');
});
