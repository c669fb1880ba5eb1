import type { DeadLetter } from '@refrain/domain';
import { expect, test } from 'vitest';
import { redisAway, startApiUnderTest } from '../api-under-test.ts';

const api = await startApiUnderTest();
const { store } = api;
const { inbox } = store;
const archive = await store.connections.ensure({
  ...{ provider: 'archive', account: 'old', baseUrl: null, credential: null, webhookSecret: null, scope: null },
});
const give = (name: string, payload: object, { deadLetters } = store) =>
  deadLetters.giveUp({
    ...{ key: `${name}-${JSON.stringify(payload)}`, queue: 'ingest', name, payload, attempts: 6 },
    ...{ code: 'provider_failed' as const, problem: 'GitHub answered 502' },
  });
const list = async (query = '') => (await api.ask('GET', `/v1/dead-letters?${query}`)).body.items as DeadLetter[];
const replay = (path: string, body?: unknown) => api.ask('POST', `/v1/dead-letters/${path}`, body);

test('a job is queued again, is shown as replaying, and twice is once', async () => {
  await give('pull-stream', { connectionId: archive.id, stream: 'pulls:acme/api' });
  const [letter] = await list();
  expect(letter).toMatchObject({ kind: 'job', name: 'pull-stream', replay: 'likely', isReplaying: false });
  for (const _ of [1, 2]) {
    expect(await replay(`${letter?.id}/replay`)).toMatchObject({ status: 202, body: { replayed: 1, left: 0 } });
  }
  expect((await api.deps.producer.counts()).ingest.waiting).toBe(1);
  expect((await api.ask('GET', `/v1/dead-letters/${letter?.id}`)).body).toMatchObject({ isReplaying: true });
});

test('a record waits to be read again, and is asked for at once', async () => {
  const { newIds } = await inbox.storePage(archive.id, {
    records: [{ type: 'archive.incident', deliveryKey: 'mended', payload: {} }],
    source: 'file',
  });
  await inbox.setAside(String(newIds[0]), 'title is missing');
  const waiting = async () => (await api.deps.producer.counts()).ingest.waiting;
  const before = await waiting();
  const [letter] = await list('kind=record');
  expect(await replay(`${letter?.id}/replay`)).toMatchObject({ status: 202, body: { replayed: 1, left: 0 } });
  expect(await inbox.listWaiting(newIds)).toEqual(newIds);
  await expect.poll(waiting).toBe(before + 1);
});

test('what cannot be replayed says why, and can be discarded with a reason that the audit keeps', async () => {
  const { newIds } = await inbox.storePage(archive.id, {
    records: [{ type: 'archive.incident', deliveryKey: 'broken', payload: {} }],
    source: 'file',
  });
  await inbox.setAside(String(newIds[0]), 'title is missing');
  await api.query('update inbox set payload = null');
  const [letter] = await list('kind=record');
  expect(await replay(`${letter?.id}/replay`)).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('expired') },
  });
  expect(await replay(`${letter?.id}/discard`, { reason: 'Nothing is left of it' })).toMatchObject({ status: 204 });
  expect(await replay(`${letter?.id}/discard`, { reason: 'Twice' })).toMatchObject({ status: 404 });
  const { body } = await api.ask('GET', '/v1/audit?operation=discardDeadLetter');
  expect(body.items).toMatchObject([{ detail: { kind: 'record', reason: 'Nothing is left of it' } }]);
});

test('all of a kind or a queue are replayed at once; a job that this version does not know is left', async () => {
  await give('job-of-tomorrow', {});
  await give('sync-connections', {});
  expect(await replay('replay', { queue: 'analysis' })).toMatchObject({ body: { replayed: 0, left: 0 } });
  expect(await replay('replay', { kind: 'job' })).toMatchObject({ status: 202, body: { replayed: 2, left: 1 } });
  expect((await list('queue=ingest')).length).toBe(3);
});

test('with Redis away the answer to many waits for it once; what was asked for is owed', async () => {
  const lonely = await startApiUnderTest({ redisUrl: redisAway });
  for (const stream of ['a', 'b', 'c']) await give('pull-stream', { connectionId: archive.id, stream }, lonely.store);
  for (const name of ['sync-connections', 'recluster']) await give(name, {}, lonely.store);
  const begunAt = performance.now();
  const answer = await lonely.ask('POST', '/v1/dead-letters/replay', { kind: 'job' });
  expect(performance.now() - begunAt).toBeLessThan(8_000);
  expect(answer).toMatchObject({ status: 202, body: { replayed: 5, left: 0 } });
  expect(await lonely.store.deadLetters.listReplayOwed(0)).toHaveLength(5);
  expect(lonely.errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'unavailable: What is replayed could not all be queued; the reconciler will do it.',
  ]);
});
