import { expect, test } from 'vitest';
import { createTestConnection, openStoreUnderTest } from '../testing/store-under-test.ts';

/** Opens a store without dead letters, because lists, totals and replays concern a whole store. */
async function openDeadLetters() {
  const { store, query } = await openStoreUnderTest();
  const { operations, inbox } = store;
  const connection = await createTestConnection(store, 'acme');
  return {
    store,
    query,
    deadLetters: operations,
    inbox,
    connection,
    list: async (filter = {}) => (await operations.listDeadLetters({ limit: 50, ...filter })).items,
    giveUp: (name: string, payload: object, attempts = 6) =>
      operations.addDeadLetter({
        key: `${name}-${JSON.stringify(payload)}`,
        queue: 'ingest',
        name,
        payload,
        attempts,
        code: 'provider_failed' as const,
        problem: 'GitHub answered 502',
      }),
    async storeUnreadable(deliveryKey: string): Promise<string> {
      const { newIds } = await inbox.storePage(connection.id, {
        records: [{ type: 'github.commit', deliveryKey, payload: { sha: 7 } }],
        source: 'pull',
      });
      const id = String(newIds[0]);
      await inbox.markUnreadable(id, 'sha is missing');
      return id;
    },
  };
}

test('a job has one dead letter, however often it is given up, and none after a success', async () => {
  const { deadLetters, connection, list, giveUp } = await openDeadLetters();
  const payload = { connectionId: connection.id, stream: 'pulls:acme/api' };
  await giveUp('pull-stream', payload);
  await giveUp('pull-stream', payload, 7);
  expect(await list({ kind: 'job' })).toMatchObject([
    {
      kind: 'job',
      queue: 'ingest',
      name: 'pull-stream',
      connectionId: connection.id,
      attempts: 7,
      subject: `stream pulls:acme/api, connectionId ${connection.id}`,
      problem: 'GitHub answered 502',
      replay: 'likely',
      isReplaying: false,
      advice: expect.stringContaining('Replay the dead letter'),
    },
  ]);
  await deadLetters.resolveDeadLetter(`pull-stream-${JSON.stringify(payload)}`);
  expect(await list()).toEqual([]);
});

test('a requested replay of a job is pending until the job has ended, and a repeated request replays the job once', async () => {
  const { query, deadLetters, list, giveUp } = await openDeadLetters();
  await giveUp('write-reports', { patternIds: ['a', 'b', 'c', 'd', 'e'] });
  const [letter] = await list();
  expect(letter?.subject).toBe('patternIds a, b, c and 2 more');
  const id = letter?.id ?? '';
  for (const _ of [1, 2]) {
    expect((await deadLetters.requestReplay({ id })).jobs).toEqual([
      { name: 'write-reports', payload: { patternIds: ['a', 'b', 'c', 'd', 'e'] } },
    ]);
  }
  expect(await deadLetters.findDeadLetter(id)).toMatchObject({ isReplaying: true });
  expect(await deadLetters.listPendingReplays(60_000)).toEqual([]);
  await query("update dead_job set replay_requested_at = now() - interval '2 minutes'");
  expect(await deadLetters.listPendingReplays(60_000)).toHaveLength(1);
  await giveUp('write-reports', { patternIds: ['a', 'b', 'c', 'd', 'e'] });
  expect(await deadLetters.findDeadLetter(id)).toMatchObject({ isReplaying: false });
  expect(await deadLetters.discardDeadLetter(id)).toBe(true);
  expect(await deadLetters.discardDeadLetter(id)).toBe(false);
});

test('an unreadable record is replayed once; a record without a payload is not, but can be discarded', async () => {
  const { query, deadLetters, inbox, connection, list, giveUp, storeUnreadable } = await openDeadLetters();
  const [first, second] = [await storeUnreadable('one'), await storeUnreadable('two')];
  await query('update inbox set payload = null where id = $1', [second]);
  expect(await list({ kind: 'record' })).toMatchObject([
    { id: `record-${second}`, name: 'github.commit', subject: 'two', problem: 'sha is missing', replay: 'none' },
    { id: `record-${first}`, subject: 'one', replay: 'after_fix' },
  ]);
  const only = { id: first, connectionId: connection.id };
  expect((await deadLetters.requestReplay({ connectionId: connection.id })).records).toEqual([only]);
  expect((await deadLetters.requestReplay({ id: `record-${first}` })).records).toEqual([]);
  expect(await inbox.filterUnprocessed([first, second])).toEqual([first]);
  await inbox.markUnreadable(first, 'sha is missing');
  await giveUp('pull-stream', { connectionId: connection.id, stream: 'counted' });
  expect(await deadLetters.countDeadLetters()).toEqual([
    { kind: 'job', queue: 'ingest', count: 1 },
    { kind: 'record', queue: 'ingest', count: 2 },
  ]);
  expect(await deadLetters.discardDeadLetter(`record-${second}`)).toBe(true);
  expect((await list({ kind: 'record' })).map(({ id }) => id)).toEqual([`record-${first}`]);
  // Discarding the dead letter keeps the record.
  expect(await query('select 1 from inbox where id = $1', [second])).toHaveLength(1);
});

test('dead letters of all kinds are listed page by page, and deleted with their connection or after 30 days', async () => {
  const { store, query, deadLetters, list, giveUp, storeUnreadable } = await openDeadLetters();
  const other = await createTestConnection(store, 'other');
  await giveUp('pull-stream', { connectionId: other.id, stream: 'a' });
  await giveUp('sync-connections', {});
  await storeUnreadable('three');
  const read: string[] = [];
  let after: string | null = null;
  do {
    const page = await deadLetters.listDeadLetters({ limit: 1, ...(after === null ? {} : { after }) });
    expect(page.total).toBe(3);
    read.push(...page.items.map(({ name }) => name));
    after = page.next;
  } while (after !== null);
  expect(read.toSorted()).toEqual(['github.commit', 'pull-stream', 'sync-connections']);
  await store.connections.remove(other.id);
  expect((await list({ kind: 'job' })).map(({ name }) => name)).toEqual(['sync-connections']);
  await query("update dead_job set at = now() - interval '31 days'");
  expect(await deadLetters.expireDeadLetters(10)).toBe(1);
});
