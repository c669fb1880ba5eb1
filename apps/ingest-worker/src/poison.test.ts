import type { RawRecord } from '@refrain/domain';
import { createProducer, startWorker } from '@refrain/jobs';
import { openPlainClient } from '@refrain/store/testing';
import { afterAll, expect, inject, test, vi } from 'vitest';
import { createHandlers } from './handlers.ts';
import { createLedger } from './ledger.ts';
import { createNormaliseRecords } from './normalise-records.ts';
import { openWorkerUnderTest } from './worker-under-test.ts';

const { store, connect, depsFor, databaseUrl } = await openWorkerUnderTest();
const plain = await openPlainClient(databaseUrl);
const queue = { redisUrl: inject('redisUrl'), prefix: `poison-test-${process.pid}` };
const producer = createProducer(queue);
const deps = { ...depsFor({}), producer };
/** Delivery keys of rows in whose midst a worker dies, or something that nobody foresaw happens. */
let unforeseen = new Set<string>();
const readPayloads: typeof store.inbox.readUnprocessed = async function* (ids) {
  for await (const rows of store.inbox.readUnprocessed(ids)) {
    if (rows.some(({ deliveryKey }) => unforeseen.has(deliveryKey))) throw new TypeError('nobody foresaw this');
    yield rows;
  }
};
const settings = {
  publicUrl: null,
  payloadDays: 90,
  syncEveryMs: 60_000,
  fullSyncEveryMs: 60_000,
  watchEveryMs: 60_000,
  compareEveryMs: 60_000,
};
const worker = await startWorker({
  ...{ ...queue, queue: 'ingest', concurrency: 4, onError: () => {}, ledger: createLedger(deps) },
  handlers: {
    ...createHandlers(deps, settings),
    'normalise-records': createNormaliseRecords({
      ...deps,
      store: { ...store, inbox: { ...store.inbox, readUnprocessed: readPayloads } },
    }),
  },
});
const { id: connectionId } = await connect({}, 'archive');
afterAll(async () => {
  await worker.close();
  await producer.close();
  await plain.end();
});

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
const hundred = (name: string) => Array.from({ length: 100 }, (_, at) => incident(`${name}-${at}`));

/** All in one batch, as they came. @returns their ids by delivery key */
async function take(records: RawRecord[]): Promise<Map<string, string>> {
  const { newIds } = await store.inbox.storePage(connectionId, { records, source: 'file' });
  await producer.enqueue('normalise-records', { connectionId, inboxIds: newIds });
  return new Map(newIds.map((id, at) => [records[at]?.deliveryKey ?? '', id]));
}
const letters = async () => (await store.deadLetters.list({ limit: 50 })).items;
const untilRead = (failures: number, dead: number) =>
  vi.waitFor(
    async () => {
      expect([await store.inbox.countUnprocessed(), await store.failures.count()]).toEqual([0, failures]);
      expect(await letters()).toHaveLength(dead);
    },
    { timeout: 30_000, interval: 100 },
  );

test('300 good records get through before, beside and after those that cannot be read, and each of these says why', async () => {
  const unreadable: RawRecord = { type: 'archive.incident', deliveryKey: 'unreadable', payload: { title: 7 } };
  await take(hundred('before'));
  const batch = [...hundred('beside'), unreadable, incident('damaged'), incident('later')];
  const { newIds } = await store.inbox.storePage(connectionId, { records: batch, source: 'file' });
  const damaged = String(newIds[101]);
  const [{ payload: whole } = {}] = await plain.query('select payload from inbox where id = $1', [damaged]);
  await plain.query(`update inbox set payload = '\\x00' where id = $1`, [damaged]);
  await producer.enqueue('normalise-records', { connectionId, inboxIds: newIds });
  await take(hundred('after'));
  await untilRead(301, 2);
  expect(await letters()).toMatchObject([
    { kind: 'record', about: expect.stringMatching(/damaged|unreadable/u), problem: expect.stringMatching(/.{10}/u) },
    { kind: 'record', about: expect.stringMatching(/damaged|unreadable/u), problem: expect.stringMatching(/.{10}/u) },
  ]);

  // The cause is removed: a replay brings it through, and a second one finds nothing to do.
  await plain.query('update inbox set payload = $2 where id = $1', [damaged, whole ?? null]);
  for (const _ of [1, 2]) {
    const { records } = await store.deadLetters.askReplay({ id: `record-${damaged}` });
    await producer.enqueueMany(
      'normalise-records',
      records.map(({ id }) => ({ connectionId, inboxIds: [id] })),
    );
    await untilRead(302, 1);
  }
});

test('rows that a worker dies of together are read alone, and the one to blame is set aside', async () => {
  const ledger = createLedger({ store, producer });
  const records = [...hundred('dying'), incident('deadly')];
  const { newIds } = await store.inbox.storePage(connectionId, { records, source: 'file' });
  const deadly = String(newIds[100]);
  unforeseen = new Set(['deadly']);
  const givenUp = {
    ...{ key: 'k', queue: 'ingest', name: 'normalise-records', code: 'internal' as const, attempts: 10 },
    ...{ payload: { connectionId, inboxIds: newIds }, problem: 'Workers died in the middle of it' },
  };
  await ledger.giveUp(givenUp);
  await vi.waitFor(async () => expect(await store.inbox.listWaiting(newIds)).toEqual([deadly]), { timeout: 30_000 });
  await ledger.giveUp({ ...givenUp, payload: { connectionId, inboxIds: [deadly] } });
  expect(await store.inbox.listWaiting(newIds)).toEqual([]);
  expect(await letters()).toContainEqual(expect.objectContaining({ about: 'deadly', problem: givenUp.problem }));
  // While PostgreSQL or Redis is away, or this worker lacks a key, no row is to blame.
  unforeseen = new Set();
  const later = [...(await take([incident('innocent')])).values()];
  for (const code of ['unavailable', 'misconfigured'] as const) {
    await ledger.giveUp({ ...givenUp, code, payload: { connectionId, inboxIds: later } });
  }
  expect((await letters()).map(({ about }) => about)).not.toContain('innocent');
});
