import type { RawRecord } from '@refrain/domain';
import { expect, test } from 'vitest';
import { createNormaliseRecords } from './normalise-records.ts';
import { openPagedWorker, twoCommits } from './paged-worker-under-test.ts';

const worker = await openPagedWorker();
const { store, asked, deps, storeAll } = worker;
const { signal } = new AbortController();

test('one poison record does not hold up the others', async () => {
  const poison: RawRecord = { type: 'github.commit', deliveryKey: 'poison', payload: { commit: 7 } };
  const inboxIds = await storeAll([twoCommits[0] as RawRecord, poison, twoCommits[1] as RawRecord]);
  await createNormaliseRecords(deps)({ connectionId: worker.connection.id, inboxIds }, signal);
  expect(await store.changes.listByRepository(worker.connection.id, 'acme/api')).toHaveLength(2);
  expect((await store.inbox.listUnreadable(worker.connection.id, { limit: 10 })).items).toEqual([
    expect.objectContaining({ deliveryKey: 'poison', problem: expect.stringMatching(/./u) }),
  ]);
  expect(asked).toEqual([
    { name: 'detect-failures', payload: { connectionId: worker.connection.id, repository: 'acme/api' } },
    { name: 'recluster-when-due', payload: {} },
  ]);
  await createNormaliseRecords(deps)({ connectionId: worker.connection.id, inboxIds }, signal);
  expect(asked).toHaveLength(2);
});

test('what another job has read already is not read again', async () => {
  const inboxIds = await storeAll(twoCommits);
  await createNormaliseRecords(deps)({ connectionId: worker.connection.id, inboxIds }, signal);
  asked.length = 0;
  const settle = () => Promise.reject(new Error('not asked for'));
  const watched = { ...deps, store: { ...store, inbox: { ...store.inbox, settle } } };
  await createNormaliseRecords(watched)({ connectionId: worker.connection.id, inboxIds }, signal);
  expect(asked).toEqual([]);
});
