import { expect, test } from 'vitest';
import { changeDraft, connect, failureDraft, openStoreUnderTest, record, settledRecord } from './store-under-test.ts';
import { openPlainClient } from './testing.ts';

const { store, databaseUrl, open, query } = await openStoreUnderTest();
const { id: connectionId } = await connect(store, 'people');

async function settleText(key: string, text: string, from = store): Promise<void> {
  const { newIds } = await from.inbox.storePage(connectionId, { records: [record(key)], source: 'webhook' });
  await from.inbox.settle(
    newIds.map((inboxId) => ({
      inboxId,
      outcome: 'stored' as const,
      problem: null,
      failures: [failureDraft({ externalId: key, title: `${text}?`, text })],
      changes: [changeDraft({ externalId: `acme/checkout#${key}`, text })],
    })),
  );
}

async function textsWith(name: string): Promise<number> {
  const [row] = await query(
    'select (select count(*) from failure where text ilike $1 or title ilike $1) + (select count(*) from change where text ilike $1) as count',
    [`%${name}%`],
  );
  return Number(row?.count);
}

test('a name that is known is not stored', async () => {
  await store.people.add(connectionId, ['Brisa Fiorucchi']);
  await settleText('1', 'Brisa Fiorucchi spotted it');
  expect(await textsWith('fiorucchi')).toBe(0);
  expect(await textsWith('someone spotted it')).toBe(2);
});

test('what a detector made of texts that were read before a name was known is stored without it', async () => {
  await store.people.add(connectionId, ['Thessaly Brannigan']);
  await store.people.goOver();
  const draft = failureDraft({
    kind: 'reverted_change',
    externalId: 'acme/checkout@1',
    text: 'as Thessaly Brannigan said',
  });
  await store.failures.upsert(connectionId, [draft]);
  expect(await textsWith('Brannigan')).toBe(0);
  expect(await textsWith('as someone said')).toBe(1);
});

test('a name that comes later is taken out of what was stored before', async () => {
  await settleText('2', 'asked Jorunn Haldersund, who asked 100% of_the team');
  expect(await textsWith('Haldersund')).toBe(2);
  await store.people.add(connectionId, ['Jorunn Haldersund']);
  const before = await store.patterns.currentInputVersion();
  expect(await store.people.goOver()).toBe(2);
  expect(await textsWith('Haldersund')).toBe(0);
  expect(await store.patterns.currentInputVersion()).not.toBe(before);
  expect(await store.people.goOver()).toBe(0);
});

test('names and texts that come side by side leave no name behind', async () => {
  const stores = [open(), open(), open(), open()];
  const names = Array.from({ length: 24 }, (_, index) => `Person Nr${String.fromCharCode(97 + index)}`);
  await Promise.all(
    names.map(async (name, index) => {
      const own = stores[index % stores.length] ?? store;
      await Promise.all([
        settleText(`side-${index}`, `talked to ${names[(index * 7) % 24]}`, own),
        own.people.add(connectionId, [name]).then(() => own.people.goOver()),
      ]);
    }),
  );
  await store.people.goOver();
  expect(await textsWith('person nr')).toBe(0);
});

test.each(['failure', 'change'] as const)(
  'what is written to a %s while names are taken out of it stands',
  async (table) => {
    const name = `Aurelio ${table}`;
    await settleText(`meanwhile-${table}`, `asked ${name}`);
    await store.people.add(connectionId, [name]);
    const writer = await openPlainClient(databaseUrl);
    await writer.query('begin');
    await writer.query(
      `update ${table} set text = 'asked ${name} again', fingerprint = fingerprint + 1 where text = 'asked ${name}'`,
    );
    const goneOver = store.people.goOver();
    await expect.poll(countWaiting).toBe(1);
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

test('names go with their connection', async () => {
  await store.connections.remove(connectionId);
  expect(await query('select * from person_name')).toEqual([]);
});

test('a name that went with its connection is known again as soon as another one refers to it', async () => {
  const [first, second] = [await connect(store, 'first'), await connect(store, 'second')];
  const settle = async (key: string) => {
    const { newIds } = await store.inbox.storePage(second.id, { records: [record(key)], source: 'webhook' });
    const failures = [failureDraft({ externalId: key, text: 'Ottoline Vance spotted it' })];
    await store.inbox.settle(newIds.map((inboxId) => settledRecord(inboxId, { failures })));
    const { items } = await store.failures.list({ connectionId: second.id, limit: 10 });
    return items.find(({ externalId }) => externalId === key)?.text;
  };
  await store.people.add(first.id, ['Ottoline Vance']);
  expect(await settle('1')).toBe('someone spotted it');
  await store.connections.remove(first.id);
  expect(await settle('2')).toBe('Ottoline Vance spotted it');
  await store.people.add(second.id, ['Ottoline Vance']);
  expect(await query('select name, connection_id from person_name')).toEqual([
    { name: 'Ottoline Vance', connection_id: second.id },
  ]);
  expect(await settle('3')).toBe('someone spotted it');
});
