import { AppError, type RawRecord } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createParseRecordsHandler } from '../parse/parse-records.ts';
import { commitAndItsRevert, openSharedWorkerWithPagedSource } from '../worker/worker-with-paged-source.ts';
import { createPullStreamHandler } from './pull-stream.ts';
import { createSyncConnectionsHandler } from './sync-connections.ts';

const worker = await openSharedWorkerWithPagedSource();
const { store, enqueued: asked, deps, provider, target, names } = worker;
const { signal } = new AbortController();

test('pulls a stream page by page to its end, with a time slice for the first page alone, then has the owners read', async () => {
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], '2026-01-01T00:00:00.000Z');
  provider.pages = [
    { records: [commitAndItsRevert[0] as RawRecord], next: 'page-2', expected: 2 },
    { records: commitAndItsRevert, next: 'page-3', expected: 2 },
    { records: [], next: null, expected: 2 },
  ];
  const pull = createPullStreamHandler(deps);
  await pull(target(), signal);
  expect(names()).toEqual(['detect-failures', 'recluster-when-due', 'pull-stream']);
  await pull(target(), signal);
  expect(names().slice(3)).toEqual(['detect-failures', 'recluster-when-due', 'read-catalogue']);
  const since = '2026-01-01T00:00:00.000Z';
  expect(provider.requestedPages).toEqual([null, 'page-2', 'page-3'].map((cursor) => ({ cursor, since })));
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({
    state: 'done',
    records: 3,
  });
  await pull(target(), signal);
  expect(provider.requestedPages).toHaveLength(3);
  expect(await store.inbox.countUnprocessed(worker.connection.id)).toBe(0);
  expect(await store.changes.listByRepository(worker.connection.id, 'acme/api')).toHaveLength(2);
});

test('a failed prefetch leaves the previous page stored and the cursor after that page', async () => {
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], null);
  const page = { records: [commitAndItsRevert[0] as RawRecord], next: 'page-2', expected: 2 };
  provider.pages = [page, { ...page, next: 'page-3' }, new AppError('not_found', 'The cursor is gone')];
  const pull = createPullStreamHandler(deps);
  await pull(target(), signal);
  await expect(pull(target(), signal)).rejects.toMatchObject({ code: 'not_found' });
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({
    state: 'failed',
    problem: 'The cursor is gone',
    cursor: expect.stringContaining('page-3'),
    records: 2,
  });
});

test('an unparsable record of a page waits in the inbox; the others are applied with the page', async () => {
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], null);
  const poison: RawRecord = { type: 'github.commit', deliveryKey: 'poison', payload: { commit: 7 } };
  provider.pages = [
    {
      records: [commitAndItsRevert[0] as RawRecord, poison, commitAndItsRevert[1] as RawRecord],
      next: null,
      expected: 3,
    },
  ];
  await createPullStreamHandler(deps)(target(), signal);
  expect(await store.changes.listByRepository(worker.connection.id, 'acme/api')).toHaveLength(2);
  expect(names()[0]).toBe('parse-records');
  expect(await store.inbox.countUnprocessed(worker.connection.id)).toBe(1);
});

test('a record that the store rejects waits with its whole page, and is then quarantined alone', async () => {
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], null);
  const at = '2026-03-01T10:00:00Z';
  const pull = { number: 3_000_000_000, title: 'Too high', head: { ref: 'x' }, merged_at: at, updated_at: at };
  const payload = { repository: 'acme/api', pull };
  const refused: RawRecord = { type: 'github.pull_request', deliveryKey: 'refused', payload };
  provider.pages = [{ records: [commitAndItsRevert[0] as RawRecord, refused], next: null, expected: 2 }];
  await createPullStreamHandler(deps)(target(), signal);
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({ state: 'done' });
  expect(await store.inbox.countUnprocessed(worker.connection.id)).toBe(2);
  const waiting = asked.filter(({ name }) => name === 'parse-records');
  for (const { payload } of waiting) await createParseRecordsHandler(deps)(payload as never, signal);
  expect(await store.changes.listByRepository(worker.connection.id, 'acme/api')).toHaveLength(1);
  expect((await store.inbox.listUnreadable(worker.connection.id, { limit: 10 })).items).toMatchObject([
    { deliveryKey: 'refused' },
  ]);
});

test('a backfill request during the pull of a page is not lost', async () => {
  const since = '2026-01-01T00:00:00.000Z';
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], since);
  const pull = createPullStreamHandler(deps);
  provider.duringRequest = () => store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], null);
  provider.pages = [{ records: [commitAndItsRevert[1] as RawRecord], next: null, expected: 1 }];
  await pull(target(), signal);
  expect(names().at(-1)).toBe('pull-stream');
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({
    state: 'waiting',
    since: null,
  });

  // The new pass continues even if the request of the previous pass fails.
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], since);
  provider.pages = [new AppError('not_found', 'The cursor is gone')];
  await expect(pull(target(), signal)).rejects.toMatchObject({ code: 'not_found' });
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({
    state: 'waiting',
  });

  provider.duringRequest = async () => {};
  await pull(target(), signal);
  expect(provider.requestedPages.at(-1)).toEqual({ cursor: null, since: null });
});

test('a rejected credential fails the stream and is reported; a later success activates the connection', async () => {
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], null);
  provider.pages = [new AppError('credential_rejected', 'GitHub refuses the credential')];
  const pull = createPullStreamHandler(deps);
  await expect(pull(target(), signal)).rejects.toMatchObject({ code: 'credential_rejected' });
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({
    state: 'failed',
    problem: 'GitHub refuses the credential',
  });
  expect(await store.connections.find(worker.connection.id)).toMatchObject({
    status: 'needs_attention',
    statusReason: 'GitHub refuses the credential; connect the account again with a valid credential.',
  });
  await createSyncConnectionsHandler({ ...deps, syncEveryMs: 300_000 })({}, signal);
  await pull(target(), signal);
  expect(await store.connections.find(worker.connection.id)).toMatchObject({ status: 'active', statusReason: null });
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({ state: 'done' });
});

test('leaves the retry of a temporary error to the queue', async () => {
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], null);
  provider.pages = [new AppError('rate_limited', 'Wait', { context: { retryAfterSeconds: 30 } })];
  await expect(createPullStreamHandler(deps)(target(), signal)).rejects.toMatchObject({ code: 'rate_limited' });
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({
    state: 'waiting',
  });
  expect(await store.connections.find(worker.connection.id)).toMatchObject({ status: 'active' });
});
