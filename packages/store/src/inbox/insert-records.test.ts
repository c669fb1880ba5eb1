import { expect, test } from 'vitest';
import { openRawDatabaseClient } from '../testing/index.ts';
import {
  createTestConnection,
  createTestRecord,
  openStoreUnderTest,
  readUnprocessedRows,
} from '../testing/store-under-test.ts';

const { store, open, query, databaseUrl } = await openStoreUnderTest();

test('deliveries of several connections are stored together, each once, in the given order', async () => {
  const before = await store.inbox.countUnprocessed();
  const [one, two] = [await createTestConnection(store, 'one'), await createTestConnection(store, 'two')];
  const deliveries = [
    { connectionId: two.id, record: createTestRecord('a', { n: 1 }) },
    { connectionId: one.id, record: createTestRecord('a', { n: 2 }) },
    { connectionId: 'gone', record: createTestRecord('a') },
    { connectionId: two.id, record: createTestRecord('a', { n: 3 }) },
    { connectionId: one.id, record: createTestRecord('b', { n: 4 }) },
  ];
  const { newIds } = await store.inbox.storeDeliveries(deliveries);
  expect(newIds.map(({ connectionId }) => connectionId)).toEqual([two.id, one.id, one.id]);
  const rows = await readUnprocessedRows(
    store,
    newIds.map(({ id }) => id),
  );
  expect(rows.map(({ payload }) => payload)).toEqual([{ n: 1 }, { n: 2 }, { n: 4 }]);
  expect(await store.inbox.storeDeliveries(deliveries)).toEqual({ newIds: [] });
  expect(await store.inbox.storeDeliveries([])).toEqual({ newIds: [] });
  expect(await store.inbox.countUnprocessed()).toBe(before + 3);
});

test('a signed delivery marks the webhook as active, and the time of deliveries is stored only every few seconds', async () => {
  const [delivering, disabled, quiet] = [
    await createTestConnection(store, 'delivering'),
    await createTestConnection(store, 'off'),
    await createTestConnection(store, 'quiet'),
  ];
  await store.connections.setWebhook(delivering.id, { state: 'silent', problem: 'No delivery has arrived yet' });
  await store.connections.setWebhook(disabled.id, { state: 'disabled', problem: 'PagerDuty disabled it' });
  const deliver = (key: string) =>
    store.inbox.storeDeliveries(
      [delivering, disabled].map(({ id }) => ({ connectionId: id, record: createTestRecord(key) })),
    );
  await deliver('a');
  const deliveredAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
  expect(await store.connections.readWebhook(delivering.id)).toMatchObject({
    state: 'active',
    problem: null,
    deliveredAt,
  });
  expect(await store.connections.readWebhook(disabled.id)).toMatchObject({ state: 'disabled', deliveredAt });
  expect(await store.connections.readWebhook(quiet.id)).toMatchObject({ state: 'none', deliveredAt: null });

  const version = async () => (await query('select xmin from connection where id = $1', [delivering.id]))[0]?.xmin;
  const before = await version();
  await deliver('b');
  expect(await version()).toEqual(before);
  await store.connections.setWebhook(delivering.id, { deliveredAt: '2026-01-01T00:00:00.000Z' });
  await deliver('c');
  expect((await store.connections.readWebhook(delivering.id)).deliveredAt).not.toBe('2026-01-01T00:00:00.000Z');
});

test('the first delivery marks the webhook as active even while another transaction updates the webhook', async () => {
  const { id } = await createTestConnection(store, 'updated meanwhile');
  const updating = await openRawDatabaseClient(databaseUrl);
  await updating.query('begin');
  await updating.query(`update connection set webhook = webhook || '{"state": "silent"}' where id = $1`, [id]);
  const storing = store.inbox.storeDeliveries([{ connectionId: id, record: createTestRecord('first') }]);
  const isWaiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(async () => (await query(isWaiting)).length, { timeout: 20_000 }).toBe(1);
  await updating.query('commit');
  await updating.end();
  await storing;
  expect(await store.connections.readWebhook(id)).toMatchObject({ state: 'active', deliveredAt: expect.any(String) });
});

test('concurrent equal deliveries are stored once, in any order and even while a connection is removed', async () => {
  const connections = await Promise.all(
    ['x', 'y', 'z', 'leaving'].map((account) => createTestConnection(store, account)),
  );
  const deliveries = Array.from({ length: 120 }, (_, index) => ({
    connectionId: connections[index % 4]?.id ?? '',
    record: createTestRecord(`key ${index}`),
  }));
  const stores = [store, open(), open(), open()];
  const results = await Promise.all([
    ...stores.map((own, index) => own.inbox.storeDeliveries(index % 2 === 0 ? deliveries : [...deliveries].reverse())),
    store.connections.remove(connections[3]?.id ?? ''),
  ]);
  const ids = results.flatMap((result) => result?.newIds ?? []);
  expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  for (const { id } of connections.slice(0, 3)) expect(await store.inbox.countUnprocessed(id)).toBe(30);
  expect(await store.inbox.countUnprocessed(connections[3]?.id)).toBe(0);
});
