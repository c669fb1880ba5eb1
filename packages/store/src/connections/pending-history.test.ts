import { expect, test } from 'vitest';
import { createTestConnection, createTestRecord, openStoreUnderTest } from '../testing/store-under-test.ts';

test('isBackfillPending is true until the backfill of an account has ended, and false during a later sync', async () => {
  const { store } = await openStoreUnderTest();
  const { isBackfillPending } = store.connections;
  await store.connections.ensure({
    provider: 'archive',
    account: 'old',
    baseUrl: null,
    credential: null,
    webhookSecret: null,
    scope: null,
  });
  expect(await isBackfillPending()).toBe(false);

  const since = '2026-01-01T00:00:00.000Z';
  const { id } = await createTestConnection(store, 'acme');
  expect(await isBackfillPending()).toBe(true);
  await store.connections.startBackfill(id, ['commits', 'pulls'], since);
  expect(await isBackfillPending()).toBe(true);
  for (const stream of ['commits', 'pulls']) {
    expect(await isBackfillPending()).toBe(true);
    await store.inbox.storePage(id, {
      records: [createTestRecord(stream)],
      source: 'pull',
      stream: { stream, from: { cursor: null, since }, next: 'end', done: true, expected: 1 },
    });
  }
  expect(await isBackfillPending()).toBe(false);

  const { updatedAt = '' } = (await store.connections.findStream(id, 'pulls')) ?? {};
  const later = { cursor: 'next', since: '2026-02-01T00:00:00.000Z' };
  expect(await store.connections.restartStream(id, 'pulls', later, updatedAt)).toBe(true);
  expect(await isBackfillPending()).toBe(false);
});

test('isBackfillPending is true for a day if a backfill fails or never begins', async () => {
  const { store, query } = await openStoreUnderTest();
  const { isBackfillPending } = store.connections;
  const { id } = await createTestConnection(store, 'broken');
  await createTestConnection(store, 'never');
  await store.connections.startBackfill(id, ['pulls'], null);
  await store.connections.failStream(id, 'pulls', 'The credential lacks contents:read');
  expect(await isBackfillPending()).toBe(true);
  await query(`update connection set created_at = created_at - interval '1 day'`);
  expect(await isBackfillPending()).toBe(false);
});
