import type { RawRecord } from '@refrain/domain';
import { openRawDatabaseClient } from '@refrain/store/testing';
import { expect, onTestFinished, test } from 'vitest';
import {
  commitAndItsRevert,
  createCommitRecord,
  openSharedWorkerWithPagedSource,
} from '../worker/worker-with-paged-source.ts';
import { createParseRecordsHandler } from './parse-records.ts';

const worker = await openSharedWorkerWithPagedSource();
const { store, enqueued: asked, deps, storeAll } = worker;
const { signal } = new AbortController();

test('one poison record does not delay the others', async () => {
  const poison: RawRecord = { type: 'github.commit', deliveryKey: 'poison', payload: { commit: 7 } };
  const inboxIds = await storeAll([commitAndItsRevert[0] as RawRecord, poison, commitAndItsRevert[1] as RawRecord]);
  await createParseRecordsHandler(deps)({ connectionId: worker.connection.id, inboxIds }, signal);
  expect(await store.changes.listByRepository(worker.connection.id, 'acme/api')).toHaveLength(2);
  expect((await store.inbox.listUnreadable(worker.connection.id, { limit: 10 })).items).toEqual([
    expect.objectContaining({ deliveryKey: 'poison', problem: expect.stringMatching(/./u) }),
  ]);
  expect(asked).toEqual([
    { name: 'detect-failures', payload: { connectionId: worker.connection.id, repository: 'acme/api' } },
    { name: 'recluster-when-due', payload: {} },
  ]);
  await createParseRecordsHandler(deps)({ connectionId: worker.connection.id, inboxIds }, signal);
  expect(asked).toHaveLength(2);
});

test('yields to the event loop between slow records', async () => {
  const inboxIds = await storeAll(
    Array.from({ length: 5 }, (_, at) => createCommitRecord(`long${at}`, `Long ${at}`, 3)),
  );
  const order: string[] = [];
  // The clock is read once per record. Here reading it takes 60 ms, as long as it takes to parse a record of 60,000 characters.
  const now = () => {
    const until = performance.now() + 60;
    while (performance.now() < until);
    order.push('record');
    setImmediate(() => order.push('turn'));
    return deps.now();
  };
  await createParseRecordsHandler({ ...deps, now })({ connectionId: worker.connection.id, inboxIds }, signal);
  expect(order.slice(0, 9)).toEqual(inboxIds.flatMap(() => ['record', 'turn']).slice(0, 9));
});

test('skips records that another job has already applied', async () => {
  const inboxIds = await storeAll(commitAndItsRevert);
  await createParseRecordsHandler(deps)({ connectionId: worker.connection.id, inboxIds }, signal);
  asked.length = 0;
  const applyRecords = () => Promise.reject(new Error('This test does not expect this call'));
  const watched = { ...deps, store: { ...store, inbox: { ...store.inbox, applyRecords } } };
  await createParseRecordsHandler(watched)({ connectionId: worker.connection.id, inboxIds }, signal);
  expect(asked).toEqual([]);
});

test.each([
  ['57014', 'a statement that somebody cancels', true],
  ['25P03', 'a transaction that the server ends', true],
  ['XX000', 'a fault of the server', false],
])(
  'after the SQL state %s (%s) no record counts as failed, and all records are parsed again',
  async (sqlState, _what, passes) => {
    const plain = await openRawDatabaseClient(worker.databaseUrl);
    onTestFinished(() => plain.end());
    await plain.query(`
    create or replace function refuse() returns trigger language plpgsql as $$
    begin raise exception using errcode = '${sqlState}'; end $$;
    create trigger refuse before insert or update on change execute function refuse();`);
    const commits = commitAndItsRevert.map((record) => ({
      ...record,
      deliveryKey: `${record.deliveryKey}/${sqlState}`,
    }));
    const inboxIds = await storeAll(commits);
    asked.length = 0;
    const read = createParseRecordsHandler(deps);
    const whole = { connectionId: worker.connection.id, inboxIds };
    const alone = inboxIds.map((id) => ({ ...whole, inboxIds: [id] }));
    // A temporary error makes the queue retry the whole batch. Any other error may be caused by one record.
    if (passes) await expect(read(whole, signal)).rejects.toMatchObject({ code: 'unavailable', context: { sqlState } });
    else await read(whole, signal);
    const again = asked.filter(({ name }) => name === 'parse-records').map(({ payload }) => payload);
    expect(again).toEqual(passes ? [] : alone);
    await expect(read(alone[0] ?? whole, signal)).rejects.toMatchObject({ context: { sqlState } });
    await plain.query('drop trigger refuse on change');
    for (const payload of alone) await read(payload, signal);
    expect(await store.inbox.filterUnprocessed(inboxIds)).toEqual([]);
    const { items } = await store.inbox.listUnreadable(worker.connection.id, { limit: 10 });
    expect(items.filter(({ deliveryKey }) => deliveryKey.endsWith(sqlState))).toEqual([]);
  },
);

test('removes text that looks like a secret from a stored record', async () => {
  // The token is assembled at run time, so that secret scanners do not report it.
  const token = ['ghp', 'aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bD1fG3hJ5'].join('_');
  const inboxIds = await storeAll([createCommitRecord('c', `Push with ${token}\n\nAnd ${token} again.`, 3)]);
  await createParseRecordsHandler(deps)({ connectionId: worker.connection.id, inboxIds }, signal);
  const stored = JSON.stringify(await store.changes.listByRepository(worker.connection.id, 'acme/api'));
  expect(stored).toContain('Push with [secret]');
  expect(stored).not.toContain(token);
});

test('an event about a repository of another account is irrelevant and triggers nothing', async () => {
  const repository = { id: 99, full_name: 'evil/api' };
  const payload = { ref: 'refs/heads/main', after: 'a'.repeat(40), commits: [], repository };
  const inboxIds = await storeAll([{ type: 'github.event.push', deliveryKey: 'event/evil', payload }]);
  asked.length = 0;
  await createParseRecordsHandler(deps)({ connectionId: worker.connection.id, inboxIds }, signal);
  expect(asked).toEqual([]);
  expect(await store.inbox.filterUnprocessed(inboxIds)).toEqual([]);
});

test('stored texts keep words that equal the author name of a pull request from a fork', async () => {
  const fork = {
    id: 9,
    event: 'pull_request',
    head_branch: 'fix',
    created_at: '2026-03-01T00:00:00Z',
    head_commit: { id: 'd'.repeat(40), author: { name: 'Connection Pool', email: 'a@fork.example' } },
  };
  const repository = { id: 1, full_name: 'acme/api', default_branch: 'main', owner: { login: 'acme' } };
  const inboxIds = await storeAll([
    createCommitRecord('p', 'Raise the connection pool of the API', 5),
    {
      type: 'github.event.workflow_run',
      deliveryKey: 'fork',
      payload: { action: 'requested', workflow_run: fork, repository },
    },
  ]);
  await createParseRecordsHandler(deps)({ connectionId: worker.connection.id, inboxIds }, signal);
  await store.retention.redactStoredTexts();
  const titles = (await store.changes.listByRepository(worker.connection.id, 'acme/api')).map(({ title }) => title);
  expect(titles).toContain('Raise the connection pool of the API');
});
