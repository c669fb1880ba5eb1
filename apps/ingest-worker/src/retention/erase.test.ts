import { expect, test } from 'vitest';
import { createReconcileHandler } from '../reconcile/reconcile.ts';
import { openWorkerUnderTest } from '../worker/worker-under-test.ts';
import { createEraseHandler } from './erase.ts';
import { createRotateKeysHandler } from './rotate-keys.ts';

const { store, enqueued: asked, connect, depsFor } = await openWorkerUnderTest();
const { signal } = new AbortController();

test('an erasure deletes a repository in steps, removes its name from Redis and from the erasure request, and enqueues a clustering', async () => {
  const { id } = await connect();
  const record = { type: 'github.commit', deliveryKey: 'commit/acme/zebra/1', payload: { repository: 'acme/zebra' } };
  await store.inbox.storePage(id, { records: [record], source: 'pull' });
  const { id: erasureId } = await store.retention.requestErasure({ kind: 'repository', name: 'acme/zebra' }, 'ann');
  const named: (readonly string[])[] = [];
  const deps = depsFor({});
  const removeNaming = async (names: readonly string[]) => {
    expect(await store.retention.readErasedNames(erasureId)).toEqual(['acme/zebra']);
    return named.push(names);
  };
  const erase = createEraseHandler({ ...deps, producer: { ...deps.producer, removeNaming }, now: Date.now });
  asked.length = 0;
  await createReconcileHandler(deps)({}, signal);
  expect(asked).toContainEqual({ name: 'erase', payload: { erasureId } });
  for (asked.length = 0; !asked.some(({ name }) => name === 'recluster'); ) {
    await erase({ erasureId }, signal);
  }
  expect(named).toEqual([['acme/zebra']]);
  expect(await store.retention.findErasure(erasureId)).toMatchObject({ state: 'done', step: null });
  expect(await store.inbox.count()).toBe(0);
  await erase({ erasureId }, signal);
  expect(named).toHaveLength(1);
});

test('a key rotation enqueues itself until it is done, and the reconciler enqueues it if Redis lost it', async () => {
  const deps = depsFor({});
  await store.operations.beginKeyRotation('ann');
  asked.length = 0;
  await createReconcileHandler(deps)({}, signal);
  expect(asked).toContainEqual({ name: 'rotate-keys', payload: {} });
  asked.length = 0;
  let now = 0;
  await createRotateKeysHandler({ ...deps, now: () => (now += 4_000) })({}, signal);
  expect(asked).toEqual([{ name: 'rotate-keys', payload: {} }]);
  await createRotateKeysHandler({ ...deps, now: () => 0 })({}, signal);
  expect(await store.operations.findKeyRotation()).toMatchObject({ state: 'done' });
});
