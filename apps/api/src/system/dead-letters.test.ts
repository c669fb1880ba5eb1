import { randomUUID } from 'node:crypto';
import type { DeadLetter } from '@refrain/domain';
import { expect, test, vi } from 'vitest';
import { startApiUnderTest, unavailableRedisUrl } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();
const { store } = api;
const { inbox } = store;
const archive = await store.connections.ensure({
  provider: 'archive',
  account: 'old',
  baseUrl: null,
  credential: null,
  webhookSecret: null,
  scope: null,
});
const giveUp = (name: string, payload: object, { operations } = store) =>
  operations.addDeadLetter({
    key: `${name}-${JSON.stringify(payload)}`,
    queue: 'ingest',
    name,
    payload,
    attempts: 6,
    code: 'provider_failed' as const,
    problem: 'GitHub answered 502',
  });
const list = async (query = '') => (await api.ask('GET', `/v1/dead-letters?${query}`)).body.items as DeadLetter[];
const replay = (path: string, body?: unknown) => api.ask('POST', `/v1/dead-letters/${path}`, body);
const waiting = async () => (await api.deps.producer.counts()).ingest.waiting;

async function quarantine() {
  const { newIds } = await inbox.storePage(archive.id, {
    records: [{ type: 'archive.incident', deliveryKey: randomUUID(), payload: {} }],
    source: 'file',
  });
  await inbox.markUnreadable(String(newIds[0]), 'title is missing');
  return newIds;
}

test('replaying a job twice enqueues it once and shows it as replaying', async () => {
  const before = await waiting();
  await giveUp('pull-stream', { connectionId: archive.id, stream: randomUUID() });
  const [letter] = await list();
  expect(letter).toMatchObject({ kind: 'job', name: 'pull-stream', replay: 'likely', isReplaying: false });
  for (const _ of [1, 2]) {
    expect(await replay(`${letter?.id}/replay`)).toMatchObject({ status: 202, body: { replayed: 1, notReplayed: 0 } });
  }
  expect(await waiting()).toBe(before + 1);
  expect((await api.ask('GET', `/v1/dead-letters/${letter?.id}`)).body).toMatchObject({ isReplaying: true });
});

test('replaying a record makes it pending and enqueues its parsing', async () => {
  const newIds = await quarantine();
  const before = await waiting();
  const [letter] = await list('kind=record');
  expect(await replay(`${letter?.id}/replay`)).toMatchObject({ status: 202, body: { replayed: 1, notReplayed: 0 } });
  expect(await inbox.filterUnprocessed(newIds)).toEqual(newIds);
  await expect.poll(waiting, { timeout: 30_000 }).toBe(before + 1);
});

test('rejects the replay of a record with an expired payload, and audits the reason why its dead letter is discarded', async () => {
  const [id] = await quarantine();
  await api.query(`update inbox set payload = null where id = '${id}'`);
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

test('replays all dead letters of a kind or queue, except those of unknown jobs', async () => {
  const own = await startApiUnderTest();
  await giveUp('pull-stream', { connectionId: archive.id, stream: 'pulls:acme/api' }, own.store);
  await giveUp('job-of-tomorrow', {}, own.store);
  await giveUp('sync-connections', {}, own.store);
  const replayAll = (filter: object) => own.ask('POST', '/v1/dead-letters/replay', filter);
  expect(await replayAll({ queue: 'analysis' })).toMatchObject({ body: { replayed: 0, notReplayed: 0 } });
  expect(await replayAll({ kind: 'job' })).toMatchObject({ status: 202, body: { replayed: 2, notReplayed: 1 } });
  expect((await own.ask('GET', '/v1/dead-letters?queue=ingest')).body.items).toHaveLength(3);
});

test('while Redis is unavailable, replaying many jobs waits for Redis once and leaves the jobs to the reconciler', async () => {
  const withoutRedis = await startApiUnderTest({ redisUrl: unavailableRedisUrl });
  const { store: itsStore, deps } = withoutRedis;
  for (const stream of ['a', 'b', 'c']) await giveUp('pull-stream', { connectionId: archive.id, stream }, itsStore);
  for (const name of ['sync-connections', 'recluster']) await giveUp(name, {}, itsStore);
  const enqueueMany = vi.spyOn(deps.producer, 'enqueueMany');
  const answer = await withoutRedis.ask('POST', '/v1/dead-letters/replay', { kind: 'job' });
  expect(enqueueMany).toHaveBeenCalledTimes(1);
  expect(answer).toMatchObject({ status: 202, body: { replayed: 5, notReplayed: 0 } });
  expect(await itsStore.operations.listPendingReplays(0)).toHaveLength(5);
  expect(withoutRedis.errors.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'unavailable: Not all replayed work could be enqueued. The reconciler enqueues it later.',
  ]);
});
