import { expect, test } from 'vitest';
import { testEncryptionKey } from '../testing/index.ts';
import {
  createTestChangeDraft,
  createTestConnection,
  createTestFailureDraft,
  createTestParsedRecord,
  createTestRecord,
  openStoreUnderTest,
  readUnprocessedRows,
} from '../testing/store-under-test.ts';

const { store, open, query } = await openStoreUnderTest();
const later = '2999-01-01T00:00:00.000Z';

test('a record is stored once per connection, even if it occurs twice in a page or in two concurrent pages', async () => {
  const before = await store.inbox.countUnprocessed();
  const [one, two] = [await createTestConnection(store, 'one'), await createTestConnection(store, 'two')];
  const page = {
    records: [createTestRecord('a'), createTestRecord('b'), createTestRecord('a')],
    source: 'pull' as const,
  };
  const other = open();
  const results = await Promise.all([store.inbox.storePage(one.id, page), other.inbox.storePage(one.id, page)]);
  expect(results.flatMap(({ newIds }) => newIds)).toHaveLength(2);
  expect((await store.inbox.storePage(one.id, page)).newIds).toEqual([]);
  expect((await store.inbox.storePage(two.id, page)).newIds).toHaveLength(2);
  expect(await store.inbox.countUnprocessed(one.id)).toBe(2);
  expect(await store.inbox.countUnprocessed()).toBe(before + 4);
});

test('payloads are read back in order, and hostile text breaks neither the page nor the SQL statement', async () => {
  const { id } = await createTestConnection(store, 'hostile');
  const payload = { text: 'nul \0 half \ud800 whole 😀 "\\u0000"', deep: [{ n: 1.5, none: null }] };
  const ending = "'; drop table inbox; -- $1 \\";
  const { newIds } = await store.inbox.storePage(id, {
    records: [createTestRecord('first', payload), createTestRecord('nul\0key', null), createTestRecord(ending, ending)],
    source: 'webhook',
  });
  const rows = await readUnprocessedRows(store, [...newIds].reverse());
  expect(rows.map((row) => row.payload)).toEqual([
    { text: 'nul  half \ufffd whole 😀 "\\u0000"', deep: [{ n: 1.5, none: null }] },
    null,
    ending,
  ]);
  expect(rows[0]).toMatchObject({
    id: newIds[0],
    connectionId: id,
    provider: 'github',
    deliveryKey: 'first',
  });
  expect(rows[1]?.deliveryKey).toBe('nulkey');
  // The payload is passed to PostgreSQL as encrypted bytes, but the delivery key is passed as text.
  expect(rows[2]?.deliveryKey).toBe(ending);
  expect(await store.inbox.findKnownKeys(id, [ending])).toEqual(new Set([ending]));
  await expect(readUnprocessedRows(store, ['not-a-number'])).rejects.toMatchObject({ code: 'invalid_input' });
});

test('the cursor of a stream moves together with the page of records or not at all', async () => {
  const { id } = await createTestConnection(store, 'atomic');
  await store.connections.ensureStreams(id, ['pulls']);
  const start = { cursor: null, since: null };
  const stream = { stream: 'pulls', from: start, next: 'page-2', done: false, expected: 10 };
  await store.inbox.storePage(id, { records: [createTestRecord('a')], source: 'pull', stream });
  // The column `expected` cannot hold this number, so that the cursor's update fails after the records were written.
  const second = { ...start, cursor: 'page-2' };
  const broken = { ...stream, from: second, next: 'page-3', expected: 2 ** 40 };
  await expect(
    store.inbox.storePage(id, { records: [createTestRecord('b')], source: 'pull', stream: broken }),
  ).rejects.toMatchObject({
    code: 'invalid_input',
  });
  expect(await store.inbox.countUnprocessed(id)).toBe(1);
  expect(await store.connections.findStream(id, 'pulls')).toMatchObject({
    cursor: 'page-2',
    records: 1,
    state: 'running',
  });
  await store.inbox.storePage(id, {
    records: [],
    source: 'pull',
    stream: { ...stream, from: second, next: null, done: true, expected: null },
  });
  expect(await store.connections.findStream(id, 'pulls')).toMatchObject({ cursor: null, state: 'done', expected: 10 });
});

test('a page from an earlier pass over the stream does not move the cursor, but its records are stored', async () => {
  const { id } = await createTestConnection(store, 'overtaken');
  const since = '2026-03-01T00:00:00.000Z';
  await store.connections.startBackfill(id, ['pulls'], since);
  const from = { cursor: null, since };
  const stream = { stream: 'pulls', from, next: 'page-2', done: false, expected: 9 };
  // Both passes begin at the same cursor and differ only in `since`.
  await store.connections.startBackfill(id, ['pulls'], null);
  const page = { records: [createTestRecord('a')], source: 'pull' as const, stream };
  expect(await store.inbox.storePage(id, page)).toMatchObject({ newIds: [expect.any(String)], moved: false });
  const waiting = { state: 'waiting', cursor: null, since: null, records: 0, expected: null };
  expect(await store.connections.findStream(id, 'pulls')).toMatchObject(waiting);
  await store.connections.failStream(id, 'pulls', 'The cursor is no longer valid', from);
  expect(await store.connections.findStream(id, 'pulls')).toMatchObject(waiting);

  const own = { ...page, records: [], stream: { ...stream, from: { cursor: null, since: null } } };
  expect(await store.inbox.storePage(id, own)).toMatchObject({ newIds: [], moved: true });
  expect(await store.inbox.storePage(id, own)).toMatchObject({ newIds: [], moved: false });
  expect(await store.connections.findStream(id, 'pulls')).toMatchObject({ state: 'running', cursor: 'page-2' });
});

test('a page of a stream that was removed in the meantime does not restore the stream, but its records are stored', async () => {
  const { id } = await createTestConnection(store, 'dropped');
  await store.connections.ensureStreams(id, ['pulls']);
  await store.connections.removeStreams(id, ['pulls']);
  const from = { cursor: null, since: null };
  const stream = { stream: 'pulls', from, next: 'page-2', done: false, expected: 9 };
  const stored = await store.inbox.storePage(id, { records: [createTestRecord('a')], source: 'pull', stream });
  expect(stored).toMatchObject({ newIds: [expect.any(String)], moved: false });
  expect(await store.connections.listStreams(id)).toEqual([]);
});

test('the parsed records of a page are applied together with the page and do not stay unprocessed', async () => {
  const { id } = await createTestConnection(store, 'read ahead');
  const reading = {
    failures: [createTestFailureDraft({ externalId: 'read-ahead' })],
    changes: [createTestChangeDraft({ externalId: 'acme/ahead#1', repository: 'acme/ahead' })],
  };
  const records = [createTestRecord('read'), createTestRecord('unread'), createTestRecord('read')];
  const page = { records, readings: [reading, null, reading], source: 'pull' as const };
  expect(await store.inbox.storePage(id, page)).toEqual({
    newIds: [expect.any(String)],
    applied: { failuresChanged: 1, changesChanged: 1, repositories: ['acme/ahead'] },
    moved: false,
  });
  expect(await store.inbox.countUnprocessed(id)).toBe(1);
  // The delivery keys of these records are already known, so their new parsed content is not applied.
  const other = { ...reading, failures: [createTestFailureDraft({ externalId: 'read-again' })] };
  expect(await store.inbox.storePage(id, { ...page, readings: [other, other, other] })).toEqual({
    newIds: [],
    applied: { failuresChanged: 0, changesChanged: 0, repositories: [] },
    moved: false,
  });
});

test('a page is not stored at all if its parsed records cannot be applied', async () => {
  const { id } = await createTestConnection(store, 'refused');
  const reading = {
    failures: [],
    changes: [createTestChangeDraft({ externalId: 'acme/refused#1', number: 3_000_000_000 })],
  };
  const page = { records: [createTestRecord('refused')], readings: [reading], source: 'pull' as const };
  await expect(store.inbox.storePage(id, page)).rejects.toThrow();
  expect(await store.inbox.findKnownKeys(id, ['refused'])).toEqual(new Set());
});

test('findKnownKeys returns the delivery keys of stored records', async () => {
  const [one, two] = [await createTestConnection(store, 'knows'), await createTestConnection(store, 'knows not')];
  await store.inbox.storePage(one.id, { records: [createTestRecord('a'), createTestRecord('b')], source: 'pull' });
  expect(await store.inbox.findKnownKeys(one.id, ['b', 'c', 'a'])).toEqual(new Set(['a', 'b']));
  expect(await store.inbox.findKnownKeys(two.id, ['a'])).toEqual(new Set());
  expect(await store.inbox.findKnownKeys(one.id, [])).toEqual(new Set());
  expect(await store.inbox.findKnownKeys(one.id, ['b\0', 'c\0'])).toEqual(new Set(['b\0']));
});

test('unprocessed records are read in batches that fit into memory, each record once', async () => {
  const { id } = await createTestConnection(store, 'slices');
  const heavy = (key: string, megabytes: number) => createTestRecord(key, 'x'.repeat(megabytes * 1024 * 1024));
  const records = [
    heavy('a', 1),
    heavy('b', 2),
    heavy('c', 5),
    createTestRecord('d'),
    createTestRecord('e'),
    heavy('f', 1),
  ];
  const { newIds } = await store.inbox.storePage(id, { records, source: 'pull' });
  const settled = { outcome: 'stored' as const, problem: null, failures: [], changes: [] };
  await store.inbox.applyRecords([{ ...settled, inboxId: newIds[3] ?? '' }]);
  const slices: string[][] = [];
  for await (const rows of store.inbox.readUnprocessed([...newIds].reverse())) {
    slices.push(rows.map(({ deliveryKey }) => deliveryKey));
    // Another job applies a record at the same time.
    if (slices.length === 1) await store.inbox.applyRecords([{ ...settled, inboxId: newIds[4] ?? '' }]);
  }
  expect(slices).toEqual([['a', 'b'], ['c'], ['f']]);
});

test('a page that cannot be committed does not move the cursor', async () => {
  const { id } = await createTestConnection(store, 'commit');
  await store.connections.ensureStreams(id, ['pulls']);
  await query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'refused'; end $$`);
  await query(`create constraint trigger refuse after insert on inbox deferrable initially deferred
    for each row when (new.delivery_key = 'refused') execute function refuse()`);
  const start = { cursor: null, since: null };
  const stream = { stream: 'pulls', from: start, next: 'page-2', done: false, expected: null };
  const page = { records: [createTestRecord('refused')], source: 'pull' as const, stream };
  await expect(store.inbox.storePage(id, page)).rejects.toMatchObject({ code: 'internal' });
  expect(await store.connections.findStream(id, 'pulls')).toMatchObject({ state: 'waiting', cursor: null });
  expect(await store.inbox.countUnprocessed(id)).toBe(0);
});

test('an import is stored completely or not at all', async () => {
  const { id } = await createTestConnection(store, 'import');
  async function* records(count: number, breaksAt = Number.POSITIVE_INFINITY) {
    for (let index = 0; index < count; index += 1) {
      if (index === breaksAt) throw new Error('line 700 is broken');
      yield createTestRecord(`row-${index}`);
    }
  }
  await expect(store.inbox.storeAll(id, records(900, 700), 'file')).rejects.toThrow('line 700 is broken');
  expect(await store.inbox.countUnprocessed(id)).toBe(0);

  const first = await store.inbox.storeAll(id, records(1_200), 'file');
  expect([first.ids.length, first.stored, first.received]).toEqual([1_200, 1_200, 1_200]);
  const second = await store.inbox.storeAll(id, records(1_201), 'file');
  expect([second.ids.length, second.stored, second.received]).toEqual([1_201, 1, 1_201]);
});

test('listUnprocessed lists unprocessed records that are old enough, and a replay makes all records unprocessed', async () => {
  const { id } = await createTestConnection(store, 'reconcile');
  const { newIds } = await store.inbox.storePage(id, {
    records: [createTestRecord('a'), createTestRecord('b')],
    source: 'pull',
  });
  const outcome = { problem: null, failures: [], changes: [] };
  await store.inbox.applyRecords([
    { ...outcome, inboxId: newIds[0] ?? '', outcome: 'unreadable', problem: 'pull.number is missing' },
    { ...outcome, inboxId: '999999999', outcome: 'stored' },
  ]);
  const mine = (await store.inbox.listUnprocessed(10_000, later)).filter(({ connectionId }) => connectionId === id);
  expect(mine).toEqual([{ id: newIds[1], connectionId: id }]);
  expect(await store.inbox.listUnprocessed(10, '2000-01-01T00:00:00.000Z')).toEqual([]);
  expect((await store.inbox.listUnreadable(id, { limit: 10 })).items).toMatchObject([
    { deliveryKey: 'a', problem: 'pull.number is missing' },
  ]);
  expect((await readUnprocessedRows(store, newIds)).map(({ deliveryKey }) => deliveryKey)).toEqual(['b']);

  expect(await store.inbox.markForReplay(id)).toEqual({ records: 1, expired: 0 });
  expect(await store.inbox.countUnprocessed(id)).toBe(2);
  expect((await store.inbox.listUnreadable(id, { limit: 10 })).items).toEqual([]);
});

test('the files of the inbox table contain no text of a payload, and only the right key decrypts the payload', async () => {
  const { id } = await createTestConnection(store, 'sealed');
  const records = [
    createTestRecord('small', 'canary-7f3a'),
    createTestRecord('large', { text: 'canary-7f3a '.repeat(5_000) }),
  ];
  const { newIds } = await store.inbox.storePage(id, { records, source: 'pull' });
  await query('checkpoint');
  const files = await query(`select pg_read_binary_file(pg_relation_filepath(c.oid)) as bytes from pg_class c
    where c.oid in (select 'inbox'::regclass union select reltoastrelid from pg_class where oid = 'inbox'::regclass)`);
  expect(files).toHaveLength(2);
  for (const { bytes } of files) expect((bytes as Buffer).includes('canary')).toBe(false);
  expect((await readUnprocessedRows(store, newIds)).map(({ payload }) => payload)).toEqual(
    records.map(({ payload }) => payload),
  );

  const other = open({ encryptionKey: Buffer.from(testEncryptionKey).fill(9) });
  await expect(readUnprocessedRows(other, newIds)).rejects.toMatchObject({ code: 'misconfigured' });
  // A payload that was copied to another record cannot be decrypted.
  await query('update inbox set payload = (select payload from inbox where id = $1) where id = $2', newIds);
  await expect(readUnprocessedRows(store, newIds)).rejects.toMatchObject({ code: 'invalid_input' });
});

test('payloads of processed records expire, oldest first, each once, but the delivery keys stay known', async () => {
  const { id } = await createTestConnection(store, 'expiry');
  const records = ['a', 'b', 'c', 'd', 'e'].map((key) => createTestRecord(key));
  const { newIds } = await store.inbox.storePage(id, { records, source: 'pull' });
  await store.inbox.applyRecords(newIds.slice(0, 4).map((inboxId) => createTestParsedRecord(inboxId)));
  await query(`update inbox set received_at = now() - (100 - id + $1) * interval '1 day' where id = any($2)`, [
    newIds[0],
    newIds.filter((_, index) => index !== 3),
  ]);
  const limit = new Date(Date.now() - 90 * 86_400_000).toISOString();
  const withPayload = async () =>
    (
      await query('select delivery_key from inbox where connection_id = $1 and payload is not null order by id', [id])
    ).map((row) => row.delivery_key);
  expect(await store.inbox.expirePayloads(limit, 2)).toBe(2);
  expect(await withPayload()).toEqual(['c', 'd', 'e']);
  expect(await store.inbox.expirePayloads(limit, 2)).toBe(1);
  // A recent payload and an unprocessed one stay.
  expect(await withPayload()).toEqual(['d', 'e']);

  const versions = () => query('select id, xmin, ctid from inbox where connection_id = $1 order by id', [id]);
  const before = await versions();
  expect(await store.inbox.expirePayloads(limit, 100)).toBe(0);
  expect(await versions()).toEqual(before);

  expect((await store.inbox.storePage(id, { records, source: 'pull' })).newIds).toEqual([]);
  expect(await store.inbox.markForReplay(id)).toEqual({ records: 1, expired: 3 });
  expect((await readUnprocessedRows(store, newIds)).map(({ deliveryKey }) => deliveryKey)).toEqual(['d', 'e']);
});

test('applying records changes only the inbox rows of unreadable records', async () => {
  const { id } = await createTestConnection(store, 'unwritten');
  const { newIds } = await store.inbox.storePage(id, {
    records: [createTestRecord('a'), createTestRecord('b')],
    source: 'pull',
  });
  const versions = () => query('select id, xmin from inbox where connection_id = $1 order by id', [id]);
  const [a, b] = await versions();
  await store.inbox.applyRecords([
    createTestParsedRecord(newIds[0], { outcome: 'irrelevant' }),
    createTestParsedRecord(newIds[1], { outcome: 'unreadable' }),
  ]);
  const [sameA, otherB] = await versions();
  expect(sameA).toEqual(a);
  expect(otherB).not.toEqual(b);
  expect((await store.inbox.listUnreadable(id, { limit: 10 })).items).toMatchObject([
    { deliveryKey: 'b', problem: expect.any(String) },
  ]);
  await store.inbox.applyRecords([createTestParsedRecord(newIds[1])]);
  expect((await store.inbox.listUnreadable(id, { limit: 10 })).items).toEqual([]);
});

test('an unprocessed record keeps its payload, even if replays and expiries run concurrently', async () => {
  const { store, open } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'meet');
  const records = Array.from({ length: 300 }, (_, index) => createTestRecord(`row ${index}`));
  const { newIds } = await store.inbox.storePage(id, { records, source: 'pull' });
  await store.inbox.applyRecords(newIds.map((inboxId) => createTestParsedRecord(inboxId)));
  const process = open();
  const expire = () => process.inbox.expirePayloads(later, 20);
  await Promise.all([expire(), store.inbox.markForReplay(id), expire(), store.inbox.markForReplay(id), expire()]);
  const waiting = await store.inbox.countUnprocessed(id);
  expect(waiting).toBeGreaterThanOrEqual(240);
  expect(await readUnprocessedRows(store, newIds)).toHaveLength(waiting);
});
