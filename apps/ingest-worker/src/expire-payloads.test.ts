import { dayInMs } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createExpirePayloads } from './expire-payloads.ts';
import { openWorkerUnderTest } from './worker-under-test.ts';

const { store, clock, connect, depsFor } = await openWorkerUnderTest();

test('payloads whose time is over are forgotten, more than one batch of them; younger and unread ones stay', async () => {
  const { id } = await connect();
  const records = Array.from({ length: 2_001 }, (_, index) => ({
    type: 'github.commit',
    deliveryKey: `commit/acme/api/${index}`,
    payload: {},
  }));
  const { newIds } = await store.inbox.storePage(id, { records, source: 'pull' });
  const [, ...read] = newIds;
  const settled = { outcome: 'irrelevant', problem: null, failures: [], changes: [] } as const;
  await store.inbox.settle(read.map((inboxId) => ({ inboxId, ...settled })));
  const expire = createExpirePayloads({ ...depsFor({}), payloadDays: 90 });
  const { signal } = new AbortController();

  clock.now = Date.now() + 89 * dayInMs;
  await expire({}, signal);
  expect((await store.inbox.markForReplay(id)).expired).toBe(0);
  await store.inbox.settle(read.map((inboxId) => ({ inboxId, ...settled })));

  clock.now = Date.now() + 91 * dayInMs;
  await expire({}, signal);
  expect((await store.inbox.markForReplay(id)).expired).toBe(2_000);
});
