import { expect, test } from 'vitest';
import { openRawDatabaseClient } from '../testing/index.ts';
import {
  createTestChangeDraft,
  createTestConnection,
  createTestFailureDraft,
  createTestParsedRecord,
  createTestRecord,
  openStoreUnderTest,
} from '../testing/store-under-test.ts';

const { store, databaseUrl, open, query } = await openStoreUnderTest();
const { id: connectionId } = await createTestConnection(store, 'people');

async function settleText(key: string, text: string, from = store, through = connectionId): Promise<void> {
  const { newIds } = await from.inbox.storePage(through, { records: [createTestRecord(key)], source: 'webhook' });
  await from.inbox.applyRecords(
    newIds.map((inboxId) => ({
      inboxId,
      outcome: 'stored' as const,
      problem: null,
      failures: [createTestFailureDraft({ externalId: key, title: `${text}?`, text })],
      changes: [createTestChangeDraft({ externalId: `acme/checkout#${key}`, text })],
    })),
  );
}

async function countTextsWith(name: string, queryStored = query): Promise<number> {
  const [row] = await queryStored(
    'select (select count(*) from failure where text ilike $1 or title ilike $1) + (select count(*) from change where text ilike $1) as count',
    [`%${name}%`],
  );
  return Number(row?.count);
}

test('a known name is redacted from a text before the text is stored', async () => {
  await store.retention.addPersonNames(connectionId, ['Brisa Fiorucchi']);
  await settleText('known', 'Brisa Fiorucchi smelled smoke');
  expect(await countTextsWith('fiorucchi')).toBe(0);
  expect(await countTextsWith('someone smelled smoke')).toBe(2);
});

test('a known name is redacted from a detected reverted change before the failure is stored', async () => {
  await store.retention.addPersonNames(connectionId, ['Thessaly Brannigan']);
  await store.retention.redactStoredTexts();
  const draft = createTestFailureDraft({
    kind: 'reverted_change',
    externalId: 'acme/checkout@1',
    text: 'as Thessaly Brannigan said',
  });
  await store.failures.upsert(connectionId, [draft]);
  expect(await countTextsWith('Brannigan')).toBe(0);
  expect(await countTextsWith('as someone said')).toBe(1);
});

test('a name is redacted from texts that were stored before the name was known', async () => {
  const { store, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'later');
  const count = () => countTextsWith('Haldersund', query);
  await settleText('later', 'asked Jorunn Haldersund, who asked 100% of_the team', store, id);
  expect(await count()).toBe(2);
  await store.retention.addPersonNames(id, ['Jorunn Haldersund']);
  const before = await store.patterns.readInputVersion();
  expect(await store.retention.redactStoredTexts()).toBe(2);
  expect(await count()).toBe(0);
  expect(await store.patterns.readInputVersion()).not.toBe(before);
  expect(await store.retention.redactStoredTexts()).toBe(0);
});

test('a name is redacted from passages that people chose before the name was known', async () => {
  const { store } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'chosen');
  await settleText('chosen', 'Jorunn Haldersund restarted the queue', store, id);
  const failureId = (await store.failures.listAll())[0]?.id ?? '';
  const decision = { kind: 'statement', failureId, statement: 'resolution' } as const;
  await store.corrections.add({ ...decision, quote: 'Jorunn Haldersund restarted the queue' });
  await store.corrections.add({ ...decision, quote: null });
  await store.retention.addPersonNames(id, ['Jorunn Haldersund']);
  await store.retention.redactStoredTexts();
  const stored = await store.corrections.list({ failureIds: [failureId] });
  expect(stored.map((correction) => correction.decision)).toEqual([
    { ...decision, quote: 'someone restarted the queue' },
    { ...decision, quote: null },
  ]);
});

test('if stored texts contain a name as an ordinary phrase, only its exact spelling is redacted', async () => {
  const { store, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'phrase');
  for (const key of ['a', 'b', 'c']) await settleText(key, `the request timed out ${key}`, store, id);
  await settleText('d', 'paged Timed Out at night', store, id);
  await store.retention.addPersonNames(id, ['Timed Out', 'Jorunn Haldersund']);
  await settleText('e', 'it timed out while jorunn haldersund slept', store, id);
  await store.retention.redactStoredTexts();
  await settleText('f', 'it timed out again, said Timed Out and JORUNN Haldersund', store, id);
  const rows = await query('select text from failure order by external_id');
  expect(rows.map(({ text }) => text)).toEqual([
    'the request timed out a',
    'the request timed out b',
    'the request timed out c',
    'paged someone at night',
    'it timed out while someone slept',
    'it timed out again, said someone and someone',
  ]);
});

test('if a name consists of words that stored texts contain, only its exact spelling is redacted', async () => {
  const { store, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'ordinary');
  for (const key of ['a', 'b', 'c'])
    await settleText(key, `Connection refused: no connection, refused ${key}`, store, id);
  for (const key of ['d', 'e', 'f']) await settleText(key, `a connection was lost, a client refused ${key}`, store, id);
  await store.retention.addPersonNames(id, ['Connection Refused']);
  await store.retention.redactStoredTexts();
  await settleText('g', 'Connection refused, said Connection Refused', store, id);
  const rows = await query('select text from failure order by external_id');
  expect(rows.map(({ text }) => text)).toEqual([
    ...['a', 'b', 'c'].map((key) => `Connection refused: no connection, refused ${key}`),
    ...['d', 'e', 'f'].map((key) => `a connection was lost, a client refused ${key}`),
    'Connection refused, said someone',
  ]);
});

test('the name of a service or repository is not stored as the name of a person', async () => {
  const { store, query } = await openStoreUnderTest();
  const { id } = await createTestConnection(store, 'places');
  const draft = createTestFailureDraft({
    externalId: 'place',
    services: ['payment-service'],
    repository: 'acme/Order_Board',
  });
  await store.failures.upsert(id, [draft]);
  await store.retention.addPersonNames(id, ['Payment Service', 'order board', 'Jorunn Haldersund']);
  expect(await query('select name from person_name')).toEqual([{ name: 'Jorunn Haldersund' }]);
});

test('names are redacted from all texts even if names and texts are stored concurrently', async () => {
  const stores = [open(), open(), open(), open()];
  const names = Array.from({ length: 24 }, (_, index) => `Person Nr${String.fromCharCode(97 + index)}`);
  await Promise.all(
    names.map(async (name, index) => {
      const own = stores[index % stores.length] ?? store;
      await Promise.all([
        settleText(`side-${index}`, `talked to ${names[(index * 7) % 24]}`, own),
        own.retention.addPersonNames(connectionId, [name]).then(() => own.retention.redactStoredTexts()),
      ]);
    }),
  );
  await store.retention.redactStoredTexts();
  expect(await countTextsWith('person nr')).toBe(0);
});

test.each(['failure', 'change'] as const)(
  'redacting names does not overwrite a concurrent write to a %s',
  async (table) => {
    const name = `Aurelio ${table}`;
    await settleText(`meanwhile-${table}`, `asked ${name}`);
    await store.retention.addPersonNames(connectionId, [name]);
    const writer = await openRawDatabaseClient(databaseUrl);
    await writer.query('begin');
    await writer.query(
      `update ${table} set text = 'asked ${name} again', fingerprint = fingerprint + 1 where text = 'asked ${name}'`,
    );
    const goneOver = store.retention.redactStoredTexts();
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(1);
    await writer.query('commit');
    await writer.end();
    await goneOver;
    expect(await query(`select text from ${table} where external_id like $1`, [`%meanwhile-${table}`])).toEqual([
      { text: 'asked someone again' },
    ]);
  },
);

async function countWaiting(): Promise<number> {
  const rows = await query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return rows.length;
}

test('names of people are removed with their connection', async () => {
  const { id } = await createTestConnection(store, 'removed');
  await store.retention.addPersonNames(id, ['Ludmila Okonkwo']);
  const select = () => query('select name from person_name where connection_id = $1', [id]);
  expect(await select()).toEqual([{ name: 'Ludmila Okonkwo' }]);
  await store.connections.remove(id);
  expect(await select()).toEqual([]);
});

test('a name that was removed with its connection is redacted again after another connection has added it', async () => {
  const [first, second] = [await createTestConnection(store, 'first'), await createTestConnection(store, 'second')];
  const complete = async (key: string) => {
    const { newIds } = await store.inbox.storePage(second.id, { records: [createTestRecord(key)], source: 'webhook' });
    const failures = [createTestFailureDraft({ externalId: key, text: 'Ottoline Vance spotted it' })];
    await store.inbox.applyRecords(newIds.map((inboxId) => createTestParsedRecord(inboxId, { failures })));
    const { items } = await store.failures.list({ connectionId: second.id, limit: 10 });
    return items.find(({ externalId }) => externalId === key)?.text;
  };
  await store.retention.addPersonNames(first.id, ['Ottoline Vance']);
  expect(await complete('1')).toBe('someone spotted it');
  await store.connections.remove(first.id);
  expect(await complete('2')).toBe('Ottoline Vance spotted it');
  await store.retention.addPersonNames(second.id, ['Ottoline Vance']);
  expect(await query(`select connection_id from person_name where name = 'Ottoline Vance'`)).toEqual([
    { connection_id: second.id },
  ]);
  expect(await complete('3')).toBe('someone spotted it');
});

test('a name from an archive row is redacted only in the texts of that archive', async () => {
  const { store, query } = await openStoreUnderTest();
  const archive = await store.connections.ensure({
    provider: 'archive',
    account: 'old',
    baseUrl: null,
    credential: null,
    webhookSecret: null,
    scope: null,
  });
  const { id: tracker } = await createTestConnection(store, 'tracker');
  const { id: other } = await createTestConnection(store, 'other');
  await settleText('one', 'Bad Gateway, as Torvin Askeland saw', store, archive.id);
  await settleText('two', 'Bad Gateway, as Torvin Askeland saw', store, tracker);
  await store.retention.addPersonNames(archive.id, ['Bad Gateway', 'Torvin Askeland']);
  await store.retention.redactStoredTexts();
  await settleText('three', 'Bad Gateway again', store, other);
  expect(await countTextsWith('Bad Gateway', query)).toBe(4);
  expect(await countTextsWith('Askeland', query)).toBe(2);

  await store.retention.addPersonNames(tracker, ['Torvin Askeland']);
  await store.retention.redactStoredTexts();
  expect(await countTextsWith('Askeland', query)).toBe(0);
});
