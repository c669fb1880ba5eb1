import { defaultConnectionScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { testEncryptionKey } from '../testing/index.ts';
import {
  acquireAnalysisLock,
  createTestConnection,
  createTestFailureDraft,
  createTestRecord,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store, open, query, databaseUrl } = await openStoreUnderTest();

const wanted = {
  provider: 'github',
  account: 'connected again',
  baseUrl: 'https://api.github.com',
  scope: { ...defaultConnectionScope, repositories: ['acme/*'] },
  credential: 'ghp_first',
  webhookSecret: 'hook-secret',
} as const;

test('connecting an account again keeps its connection and webhook secret, and replaces scope and credential', async () => {
  const scope = { ...defaultConnectionScope, repositories: ['acme/*'] };
  const first = await store.connections.ensure({ ...wanted, scope });
  await store.connections.setStatus(first.id, 'needs_attention', 'The credential was refused');
  expect(await store.connections.find(first.id)).toMatchObject({ statusReason: 'The credential was refused' });

  const again = await store.connections.ensure({
    ...wanted,
    scope: { ...defaultConnectionScope, services: ['api'] },
    credential: 'ghp_second',
    webhookSecret: null,
  });
  expect(again).toEqual({ ...first, scope: { ...defaultConnectionScope, services: ['api'] } });
  expect(first.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u);
  expect(await store.connections.readCredential(first.id)).toBe('ghp_second');
  expect(await store.connections.readWebhookSecret(first.id)).toBe('hook-secret');
  const listed = (await store.connections.list()).filter(({ account }) => account === wanted.account);
  expect(listed).toEqual([again]);

  const elsewhere = await store.connections.ensure({ ...wanted, scope, baseUrl: 'https://ghe.example/api/v3' });
  expect(elsewhere.id).not.toBe(first.id);
});

test('connecting an account again without a scope or webhook secret keeps the stored values', async () => {
  const rotate = (change: object) =>
    store.connections.ensure({ ...wanted, account: 'rotated', scope: null, webhookSecret: null, ...change });
  const first = await rotate({ firstWebhookSecret: 'made-first' });
  expect(first.scope).toEqual(defaultConnectionScope);
  expect(await store.connections.readWebhookSecret(first.id)).toBe('made-first');

  const narrowed = await rotate({
    scope: { ...defaultConnectionScope, repositories: ['acme/api'] },
    credential: 'ghp_second',
  });
  expect(await rotate({ credential: 'ghp_third', firstWebhookSecret: 'made-again' })).toEqual(narrowed);
  expect(narrowed).toEqual({ ...first, scope: { ...defaultConnectionScope, repositories: ['acme/api'] } });
  expect(await store.connections.readWebhookSecret(first.id)).toBe('made-first');
  expect(await store.connections.readCredential(first.id)).toBe('ghp_third');

  await rotate({ webhookSecret: 'given', firstWebhookSecret: 'made-again' });
  expect(await store.connections.readWebhookSecret(first.id)).toBe('given');
});

test('credentials are unreadable in the database and with another key', async () => {
  const { id } = await createTestConnection(store, 'sealed');
  const rows = await query(
    `select encode(credential, 'escape') as plain, row_to_json(connection)::text as all from connection where id = $1`,
    [id],
  );
  expect(String(rows[0]?.plain)).not.toContain('ghp_example');
  expect(rows[0]?.all).not.toContain(Buffer.from('ghp_example').toString('hex'));

  const other = open({ encryptionKey: Buffer.from(testEncryptionKey).fill(9) });
  await expect(other.connections.readCredential(id)).rejects.toMatchObject({ code: 'misconfigured' });
  expect(await store.connections.readCredential(id)).toBe('ghp_example');
  expect(await store.connections.readWebhookSecret(id)).toBeNull();
  expect(await store.connections.readCredential('unknown')).toBeNull();
});

test('removing a connection removes its records, failures and links, but no data of another connection', async () => {
  const [kept, gone] = [await createTestConnection(store, 'kept'), await createTestConnection(store, 'gone')];
  for (const { id } of [kept, gone]) {
    await store.inbox.storePage(id, { records: [createTestRecord('k')], source: 'webhook' });
    await store.failures.upsert(id, [createTestFailureDraft()]);
    await store.connections.ensureStreams(id, ['pulls']);
  }
  const [failure] = (await store.failures.list({ connectionId: gone.id, limit: 1 })).items;
  const [other] = (await store.failures.list({ connectionId: kept.id, limit: 1 })).items;
  await store.changes.replaceLinks([
    {
      type: 'same_episode',
      failureId: other?.id ?? '',
      targetId: failure?.id ?? '',
      score: 1,
      evidence: [],
      status: 'suggested',
    },
  ]);
  expect(await store.changes.listAllLinks()).toHaveLength(1);

  await store.connections.remove(gone.id);
  await store.connections.remove(gone.id);
  expect(await store.connections.find(gone.id)).toBeNull();
  expect(await store.failures.find(failure?.id ?? '')).toBeNull();
  expect(await store.changes.listAllLinks()).toEqual([]);
  expect(await store.failures.find(other?.id ?? '')).not.toBeNull();
  expect(await store.inbox.countUnprocessed(kept.id)).toBe(1);
});

test('removing a connection deletes payloads in batches during a clustering, and the rest after the clustering', async () => {
  const { id } = await createTestConnection(store, 'large');
  await query(
    `with stored as (
       insert into inbox (connection_id, source, type, delivery_key, payload_bytes)
       select $1, 'pull', 'github.commit', 'key/' || nth, 0 from generate_series(1, 12000) as nth returning id
     ) insert into inbox_waiting (id, connection_id) select id, $1 from stored`,
    [id],
  );
  const letGo = await acquireAnalysisLock(databaseUrl);
  const removal = store.connections.remove(id);
  await expect
    .poll(() => query('select id from inbox where connection_id = $1', [id]), { timeout: 30_000 })
    .toEqual([]);
  expect(await store.inbox.countUnprocessed(id)).toBe(0);
  expect(await store.connections.find(id)).not.toBeNull();
  await letGo();
  await removal;
  expect(await store.connections.find(id)).toBeNull();
});

test('storing a status, stream, failure or page of records for an unknown connection is refused', async () => {
  await expect(store.connections.setStatus('unknown', 'active', null)).rejects.toMatchObject({ code: 'not_found' });
  await expect(store.connections.ensureStreams('unknown', ['pulls'])).rejects.toMatchObject({ code: 'not_found' });
  await expect(store.failures.upsert('unknown', [createTestFailureDraft()])).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(
    store.inbox.storePage('unknown', { records: [createTestRecord('k')], source: 'pull' }),
  ).rejects.toMatchObject({
    code: 'not_found',
  });
});

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
