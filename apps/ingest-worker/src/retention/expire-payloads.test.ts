import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openWorkerUnderTest } from '../worker/worker-under-test.ts';
import { createExpirePayloadsHandler } from './expire-payloads.ts';

const { store, clock, connect, depsFor } = await openWorkerUnderTest();

test('deletes all expired payloads in batches, and keeps younger and unparsed ones', async () => {
  const { id } = await connect();
  const records = Array.from({ length: 2_001 }, (_, index) => ({
    type: 'github.commit',
    deliveryKey: `commit/acme/api/${index}`,
    payload: {},
  }));
  const { newIds } = await store.inbox.storePage(id, { records, source: 'pull' });
  const [, ...read] = newIds;
  const settled = { outcome: 'irrelevant', problem: null, failures: [], changes: [] } as const;
  await store.inbox.applyRecords(read.map((inboxId) => ({ inboxId, ...settled })));
  const expire = createExpirePayloadsHandler({ ...depsFor({}), payloadDays: 90 });
  const { signal } = new AbortController();

  clock.now = Date.now() + 89 * dayInMs;
  await expire({}, signal);
  expect((await store.inbox.markForReplay(id)).expired).toBe(0);
  await store.inbox.applyRecords(read.map((inboxId) => ({ inboxId, ...settled })));

  clock.now = Date.now() + 91 * dayInMs;
  await expire({}, signal);
  expect((await store.inbox.markForReplay(id)).expired).toBe(2_000);
});

test('deletes expired responses to idempotent requests', async () => {
  const expired: number[] = [];
  const left = [2_000, 3];
  const access = {
    ...store.access,
    async expireRequests(limit: number) {
      expired.push(limit);
      return left.shift() ?? 0;
    },
  };
  const deps = depsFor({});
  const expire = createExpirePayloadsHandler({ ...deps, store: { ...store, access }, payloadDays: 90 });
  await expire({}, new AbortController().signal);
  expect(expired).toEqual([2_000, 2_000]);
});
