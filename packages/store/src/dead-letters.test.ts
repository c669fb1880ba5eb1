import { expect, test } from 'vitest';
import { connect, openStoreUnderTest } from './store-under-test.ts';

const { store, query } = await openStoreUnderTest();
const { deadLetters, inbox } = store;
const connection = await connect(store, 'acme');
const list = async (filter = {}) => (await deadLetters.list({ limit: 50, ...filter })).items;

const dead = (name: string, payload: object, attempts = 6) =>
  deadLetters.giveUp({
    ...{ key: `${name}-${JSON.stringify(payload)}`, queue: 'ingest', name, payload, attempts },
    ...{ code: 'provider_failed' as const, problem: 'GitHub answered 502' },
  });

async function unreadable(deliveryKey: string): Promise<string> {
  const { newIds } = await inbox.storePage(connection.id, {
    records: [{ type: 'github.commit', deliveryKey, payload: { sha: 7 } }],
    source: 'pull',
  });
  const id = String(newIds[0]);
  await inbox.setAside(id, 'sha is missing');
  return id;
}

test('a job is one letter however often it is given up, and none once it is done', async () => {
  const payload = { connectionId: connection.id, stream: 'pulls:acme/api' };
  await dead('pull-stream', payload);
  await dead('pull-stream', payload, 7);
  expect(await list({ kind: 'job' })).toMatchObject([
    {
      ...{ kind: 'job', queue: 'ingest', name: 'pull-stream', connectionId: connection.id, attempts: 7 },
      ...{ about: `stream pulls:acme/api, connectionId ${connection.id}`, problem: 'GitHub answered 502' },
      ...{ replay: 'likely', isReplaying: false, advice: expect.stringContaining('replay') },
    },
  ]);
  await deadLetters.done(`pull-stream-${JSON.stringify(payload)}`);
  expect(await list()).toEqual([]);
});

test('a replay of a job is owed until it has ended, and asked for twice it is one', async () => {
  await dead('write-reports', { patternIds: ['a', 'b', 'c', 'd', 'e'] });
  const [letter] = await list();
  expect(letter?.about).toBe('patternIds a, b, c and 2 more');
  const id = letter?.id ?? '';
  for (const _ of [1, 2]) {
    expect((await deadLetters.askReplay({ id })).jobs).toEqual([
      { name: 'write-reports', payload: { patternIds: ['a', 'b', 'c', 'd', 'e'] } },
    ]);
  }
  expect(await deadLetters.find(id)).toMatchObject({ isReplaying: true });
  expect(await deadLetters.listReplayOwed(60_000)).toEqual([]);
  await query("update dead_job set replay_asked_at = now() - interval '2 minutes'");
  expect(await deadLetters.listReplayOwed(60_000)).toHaveLength(1);
  await dead('write-reports', { patternIds: ['a', 'b', 'c', 'd', 'e'] });
  expect(await deadLetters.find(id)).toMatchObject({ isReplaying: false });
  expect(await deadLetters.discard(id)).toBe(true);
  expect(await deadLetters.discard(id)).toBe(false);
});

test('a record waits to be read again, once; one whose payload expired stays, and can be discarded', async () => {
  const [first, second] = [await unreadable('one'), await unreadable('two')];
  await query('update inbox set payload = null where id = $1', [second]);
  expect(await list({ kind: 'record' })).toMatchObject([
    { id: `record-${second}`, name: 'github.commit', about: 'two', problem: 'sha is missing', replay: 'none' },
    { id: `record-${first}`, about: 'one', replay: 'after_fix' },
  ]);
  const only = { id: first, connectionId: connection.id };
  expect((await deadLetters.askReplay({ connectionId: connection.id })).records).toEqual([only]);
  expect((await deadLetters.askReplay({ id: `record-${first}` })).records).toEqual([]);
  expect(await inbox.listWaiting([first, second])).toEqual([first]);
  await inbox.setAside(first, 'sha is missing');
  await dead('pull-stream', { connectionId: connection.id, stream: 'counted' });
  expect(await deadLetters.count()).toEqual([
    { kind: 'job', queue: 'ingest', count: 1 },
    { kind: 'record', queue: 'ingest', count: 2 },
  ]);
  await deadLetters.done(`pull-stream-${JSON.stringify({ connectionId: connection.id, stream: 'counted' })}`);
  expect(await deadLetters.discard(`record-${second}`)).toBe(true);
  expect((await list({ kind: 'record' })).map(({ id }) => id)).toEqual([`record-${first}`]);
  // What is stored of it stays.
  expect(await query('select 1 from inbox where id = $1', [second])).toHaveLength(1);
  await deadLetters.discard(`record-${first}`);
});

test('the list is paged over all kinds, newest first, and letters of a removed account go with it', async () => {
  const other = await connect(store, 'other');
  await dead('pull-stream', { connectionId: other.id, stream: 'a' });
  await dead('sync-connections', {});
  await unreadable('three');
  const read: string[] = [];
  let after: string | null = null;
  do {
    const page = await deadLetters.list({ limit: 1, ...(after === null ? {} : { after }) });
    expect(page.total).toBe(3);
    read.push(...page.items.map(({ name }) => name));
    after = page.next;
  } while (after !== null);
  expect(read.toSorted()).toEqual(['github.commit', 'pull-stream', 'sync-connections']);
  await store.connections.remove(other.id);
  expect((await list({ kind: 'job' })).map(({ name }) => name)).toEqual(['sync-connections']);
  await query("update dead_job set at = now() - interval '31 days'");
  expect(await deadLetters.expire(10)).toBe(1);
});
