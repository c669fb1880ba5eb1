import { setImmediate } from 'node:timers/promises';
import { initialAdminId } from '@refrain/domain';
import { expect, test } from 'vitest';
import type { Store } from '../create-store.ts';
import { testEncryptionKey } from '../testing/index.ts';
import {
  createTestConnection,
  createTestRecord,
  openStoreUnderTest,
  readUnprocessedRows,
} from '../testing/store-under-test.ts';
import { encryptedColumns } from './encrypted-columns.ts';
import { encryptSecret } from './encryption.ts';
import { createKeyring } from './keyring.ts';

const newKey = Buffer.alloc(32, 8);
const canary = 'ghp_planted_canary';
const rotating = { encryptionKey: newKey, otherEncryptionKeys: [testEncryptionKey] };

type Query = Awaited<ReturnType<typeof openStoreUnderTest>>['query'];

/** Writes a value into every encrypted column. */
async function plant(store: Store, query: Query): Promise<string> {
  const { id } = await store.connections.ensure({
    provider: 'github',
    account: 'acme',
    baseUrl: 'https://api.github.com',
    scope: null,
    credential: canary,
    webhookSecret: `${canary} secret`,
  });
  await store.connections.rotateWebhookSecret(id);
  await store.inbox.storePage(id, { records: [createTestRecord('k', { text: canary })], source: 'pull' });
  await store.events.addSubscription({
    kind: 'webhook',
    address: `https://example.com/${canary}`,
    shown: 'example.com',
    secret: canary,
    events: ['report_written'],
    scope: { kind: 'organisation' },
    period: null,
  });
  await store.connections.beginAppRegistration({
    state: 's',
    wanted: {},
    expiresAt: '2999-01-01T00:00:00.000Z',
    userId: initialAdminId,
    tokenId: null,
  });
  await store.connections.storeRegisteredApp('s', canary);
  const request = { caller: 'c', key: 'k', content: 'body' };
  const begun = await store.access.beginRequest(request);
  if (begun.state === 'begun') {
    await store.access.finishRequest(begun.attempt, request, { status: 200, body: canary });
  }
  const keyring = createKeyring(testEncryptionKey);
  const subject = encryptSecret(canary, keyring, { owner: 'none', what: 'recognition', part: 'f1' });
  await query(`insert into erasure (id, kind, subject, requested_by) values ('f1', 'person', $1, 'ann')`, [subject]);
  const secret = encryptSecret(canary, keyring, { owner: 'none', what: 'recognition' });
  await query('insert into recognition (secret) values ($1)', [secret]);
  return id;
}

/** Returns the ids of the keys of all encrypted values, by column. */
async function headsOf(query: Query): Promise<Map<string, string[]>> {
  const heads = new Map<string, string[]>();
  for (const { table, column } of encryptedColumns) {
    const rows = await query(
      `select encode(substr("${column}", 1, 8), 'hex') as head from ${table} where "${column}" is not null`,
    );
    heads.set(
      `${table}.${column}`,
      rows.map(({ head }) => String(head)),
    );
  }
  return heads;
}

test('the list of encrypted columns contains every binary column except those of unencrypted content', async () => {
  const { query } = await openStoreUnderTest();
  const rows = await query(
    `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public' and data_type = 'bytea'`,
  );
  // The texts from which vectors are computed are not encrypted either.
  const others = ['encryption_key.proof', 'failure_vectors.vectors'];
  const listed = [...encryptedColumns.map(({ table, column }) => `${table}.${column}`), ...others];
  expect(rows.map(({ name }) => name).sort()).toEqual(listed.sort());
});

test('after a key rotation only the new key decrypts, and no value was ever stored in plain text', async () => {
  const { store, query, open, databaseUrl } = await openStoreUnderTest();
  const id = await plant(store, query);
  const next = open(rotating);
  await next.migrate();
  const before = await next.operations.readEncryptionStatus();
  expect(before.keys.map(({ isPresent, isNeeded, values }) => ({ isPresent, isNeeded, values }))).toEqual([
    { isPresent: true, isNeeded: true, values: 0 },
    { isPresent: false, isNeeded: true, values: encryptedColumns.length },
  ]);
  expect(await next.operations.beginKeyRotation('ann')).toMatchObject({
    total: encryptedColumns.length,
    state: 'running',
  });
  while (await next.operations.continueKeyRotation());
  const { keys, rotation } = await next.operations.readEncryptionStatus();
  expect(rotation).toMatchObject({ state: 'done', done: encryptedColumns.length, unreadable: 0, requestedBy: 'ann' });
  expect(keys.map(({ isNeeded, values }) => ({ isNeeded, values }))).toEqual([
    { isNeeded: true, values: encryptedColumns.length },
    { isNeeded: false, values: 0 },
  ]);
  const own = `52464b31${createKeyring(newKey).present.id}`;
  for (const [column, heads] of await headsOf(query)) expect(heads, column).toEqual([own]);

  const only = open({ encryptionKey: newKey });
  await only.migrate();
  expect(await only.connections.readCredential(id)).toBe(canary);
  expect((await only.connections.findWebhookReceiver(id))?.secrets).toContain(`${canary} secret`);
  const former = open();
  await expect(former.connections.readCredential(id)).rejects.toMatchObject({ code: 'misconfigured' });
  await expect(former.migrate()).rejects.toThrow(
    /were encrypted with the key [\da-f]{8}, but this process has only [\da-f]{8}\. Add/u,
  );
  expect(databaseUrl).not.toContain(canary);
  const tables = await query(`select table_name as name from information_schema.tables where table_schema = 'public'`);
  for (const { name } of tables) {
    const hits = await query(
      `select 1 from "${name}" as row where strpos(row::text, $1) > 0 or strpos(row::text, $2) > 0`,
      [canary, Buffer.from(canary).toString('hex')],
    );
    expect(hits, String(name)).toEqual([]);
  }
});

test('ingestion continues during a key rotation, and an interrupted batch changes nothing', async () => {
  const { store, open, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'acme');
  const keys = Array.from({ length: 1_300 }, (_, nth) => `k${nth}`);
  await store.inbox.storePage(id, {
    records: keys.slice(0, 1_200).map((key) => createTestRecord(key)),
    source: 'pull',
  });
  const next = open({ ...rotating, applicationName: 'refrain-rotating' });
  await next.migrate();
  await next.operations.beginKeyRotation('ann');
  const restarted = open(rotating);
  // A process that was not restarted yet keeps encrypting with the former key.
  const intake = (async () => {
    for (const [nth, key] of keys.slice(1_200).entries()) {
      await (nth % 2 === 0 ? store : restarted).inbox.storePage(id, {
        records: [createTestRecord(key)],
        source: 'pull',
      });
      await setImmediate();
    }
  })();
  let killed = 0;
  for (let hasMore = true; hasMore; ) {
    const step = next.operations.continueKeyRotation().catch(() => {
      killed += 1;
      return true;
    });
    if (killed < 3) {
      await setImmediate();
      await query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'refrain-rotating'`,
      );
    }
    hasMore = await step;
  }
  await intake;
  expect(killed).toBeGreaterThan(0);
  await next.operations.beginKeyRotation('ann');
  while (await next.operations.continueKeyRotation());
  const only = open({ encryptionKey: newKey });
  await only.migrate();
  const waiting = await only.inbox.listUnprocessed(10_000, '2999-01-01T00:00:00.000Z');
  const rows = await readUnprocessedRows(
    only,
    waiting.map((row) => row.id),
  );
  expect(rows.map(({ deliveryKey, payload }) => ({ deliveryKey, payload }))).toEqual(
    keys.map((key) => ({ deliveryKey: key, payload: { key } })),
  );
});

test('a process with a wrong key fails at its start and encrypts nothing', async () => {
  const { store, open } = await openStoreUnderTest();
  await createTestConnection(store, 'acme');
  const stranger = open({ encryptionKey: newKey });
  await expect(stranger.migrate()).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringContaining('Nothing was changed'),
  });
  expect((await store.operations.readEncryptionStatus()).keys).toHaveLength(1);
  // A process that was not restarted does not re-encrypt values with the former key.
  const next = open(rotating);
  await next.migrate();
  await next.operations.beginKeyRotation('ann');
  await expect(store.operations.continueKeyRotation()).rejects.toThrow(/Restart it with the new/u);
  await expect(
    open({ encryptionKey: testEncryptionKey, otherEncryptionKeys: [newKey] }).operations.beginKeyRotation('ann'),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('a value that no known key decrypts stays and is counted; the rest is re-encrypted', async () => {
  const { store, open, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'acme');
  const lost = encryptSecret('lost', createKeyring(Buffer.alloc(32, 9)), { owner: 'x', what: 'credential' });
  await query(`update connection set webhook_secret = $1`, [lost]);
  const next = open(rotating);
  await next.migrate();
  await next.operations.beginKeyRotation('ann');
  while (await next.operations.continueKeyRotation());
  expect(await next.operations.findKeyRotation()).toMatchObject({ state: 'done', done: 1, unreadable: 1 });
  expect(await open({ encryptionKey: newKey }).connections.readCredential(id)).toBe('ghp_example');
  expect((await query('select webhook_secret from connection'))[0]?.webhook_secret).toEqual(lost);
});

test('a process that lacks the newest key neither reads records nor erases data, and reading a record whose key is lost reports the loss', async () => {
  const { store, open, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'acme');
  const next = open(rotating);
  await next.migrate();
  const { newIds } = await next.inbox.storePage(id, {
    records: [createTestRecord('k', { id: 'acme/zebra' })],
    source: 'pull',
  });
  await expect(readUnprocessedRows(store, newIds)).rejects.toMatchObject({
    code: 'misconfigured',
    message: expect.stringMatching(/Add that key/u),
  });
  const erasure = await store.retention.requestErasure({ kind: 'repository', name: 'acme/other' }, 'ann');
  await expect(store.retention.continueErasure(erasure.id)).rejects.toMatchObject({ code: 'misconfigured' });
  expect(await readUnprocessedRows(next, newIds)).toMatchObject([{ payload: { id: 'acme/zebra' } }]);

  const lost = encryptSecret('lost', createKeyring(Buffer.alloc(32, 9), [testEncryptionKey]), {
    owner: id,
    what: 'payload',
    part: 'k',
  });
  await query('update inbox set payload = $1', [lost]);
  await expect(readUnprocessedRows(next, newIds)).rejects.toMatchObject({
    code: 'invalid_input',
    message: expect.stringMatching(/its key is lost/u),
  });
});

test('an idempotent request from before a key rotation gets the same response after the rotation', async () => {
  const { store, open } = await openStoreUnderTest();
  const request = { caller: 'c', key: 'k', content: 'body' };
  const begun = await store.access.beginRequest(request);
  if (begun.state !== 'begun') throw new Error('It was not begun');
  await store.access.finishRequest(begun.attempt, request, { status: 201, body: 'one' });
  const next = open(rotating);
  await next.migrate();
  await next.operations.beginKeyRotation('ann');
  while (await next.operations.continueKeyRotation());
  expect(await next.access.beginRequest(request)).toMatchObject({ state: 'answered' });
  expect(await next.access.beginRequest({ ...request, content: 'else' })).toEqual({ state: 'other' });
});
