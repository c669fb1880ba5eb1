import { expect, test } from 'vitest';
import { openSharedWorkerWithPagedSource } from '../worker/worker-with-paged-source.ts';
import { createPullStreamHandler } from './pull-stream.ts';
import { createSyncConnectionsHandler } from './sync-connections.ts';

const worker = await openSharedWorkerWithPagedSource();
const { store, enqueued: asked, clock, deps, provider, target } = worker;
const { signal } = new AbortController();

test('a sync does not shorten a backfill that is requested while the sync lists streams', async () => {
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], '2026-01-01T00:00:00.000Z');
  await createPullStreamHandler(deps)(target(), signal);
  clock.now += 3_600_000;
  provider.duringRequest = () => store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], null);
  asked.length = 0;
  await createSyncConnectionsHandler({ ...deps, syncEveryMs: 300_000 })({}, signal);
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({
    state: 'waiting',
    cursor: null,
    since: null,
  });
  expect(asked).toEqual([{ name: 'pull-stream', payload: { ...target(), stream: 'commits:acme/web' } }]);
});

test('syncs only connections that were pulled before, from shortly before the start of their last pass', async () => {
  const sync = createSyncConnectionsHandler({ ...deps, syncEveryMs: 300_000 });
  await sync({}, signal);
  expect(asked).toEqual([]);

  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], null);
  await createPullStreamHandler(deps)(target(), signal);
  asked.length = 0;
  const began = clock.now;
  clock.now += 60_000;
  await sync({}, signal);
  expect(asked).toEqual([{ name: 'pull-stream', payload: { ...target(), stream: 'commits:acme/web' } }]);
  asked.length = 0;
  clock.now += 240_000;
  await sync({}, signal);
  expect(asked).toEqual([{ name: 'pull-stream', payload: target() }]);
  expect(await store.connections.findStream(worker.connection.id, 'commits:acme/api')).toMatchObject({
    state: 'waiting',
    since: new Date(began - 600_000).toISOString(),
  });
  await createPullStreamHandler(deps)(target(), signal);
  expect(provider.syncs).toEqual([false, true]);
  await store.connections.startBackfill(worker.connection.id, ['commits:acme/api'], null);
  await createPullStreamHandler(deps)(target(), signal);
  expect(provider.syncs).toEqual([false, true, false]);
});
