import { type ChangeDraft, createDecider } from '@refrain/domain';
import { createPatternForTest } from '@refrain/store/under-test';
import { expect, test } from 'vitest';
import { createParseRecordsHandler } from '../parse/parse-records.ts';
import {
  commitAndItsRevert,
  createCommitRecord,
  openSharedWorkerWithPagedSource,
} from '../worker/worker-with-paged-source.ts';
import { createDetectFailuresHandler } from './detect-failures.ts';

const worker = await openSharedWorkerWithPagedSource();
const { store, enqueued: asked, deps, names, storeAll } = worker;
const { signal } = new AbortController();

test('the older of two concurrent detections does not overwrite the result of the newer one', async () => {
  await createParseRecordsHandler(deps)(
    { connectionId: worker.connection.id, inboxIds: await storeAll(commitAndItsRevert) },
    signal,
  );
  const repository = { connectionId: worker.connection.id, repository: 'acme/api' };
  let second: Promise<void> | null = null;
  const listByRepository = async (id: string, name: string) => {
    const changes = await store.changes.listByRepository(id, name);
    const [last] = changes.slice(-1);
    if (last === undefined) throw new Error('no change is stored');
    // By now the first detection has read outdated data. The second detection tries to finish before the first one.
    await store.changes.upsert(id, [{ ...last, title: 'Else', text: '', version: '2027-01-01T00:00:00.000Z' }]);
    second = createDetectFailuresHandler(deps)(repository, signal);
    await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 500))]);
    return changes;
  };
  const slow = { ...deps, store: { ...store, changes: { ...store.changes, listByRepository } } };
  await createDetectFailuresHandler(slow)(repository, signal);
  await second;
  expect((await store.failures.list({ connectionId: worker.connection.id, limit: 10 })).items).toEqual([]);
  expect(await store.changes.listPendingDetections()).toEqual([]);
});

test('a change that arrives during a detection requires another detection', async () => {
  await createParseRecordsHandler(deps)(
    { connectionId: worker.connection.id, inboxIds: await storeAll(commitAndItsRevert) },
    signal,
  );
  const repository = { connectionId: worker.connection.id, repository: 'acme/api' };
  const listByRepository = async (id: string, name: string) => {
    const changes = await store.changes.listByRepository(id, name);
    await createParseRecordsHandler(deps)(
      { connectionId: id, inboxIds: await storeAll([createCommitRecord('c', 'New', 3)]) },
      signal,
    );
    return changes;
  };
  const slow = { ...deps, store: { ...store, changes: { ...store.changes, listByRepository } } };
  await createDetectFailuresHandler(slow)(repository, signal);
  expect(await store.changes.listPendingDetections()).toMatchObject([repository]);
});

test('stores reverts as failures, and removes those that are no longer detected', async () => {
  await createParseRecordsHandler(deps)(
    { connectionId: worker.connection.id, inboxIds: await storeAll(commitAndItsRevert) },
    signal,
  );
  const detect = createDetectFailuresHandler(deps);
  const repository = { connectionId: worker.connection.id, repository: 'acme/api' };
  await detect(repository, signal);
  const found = await store.failures.list({ connectionId: worker.connection.id, limit: 10 });
  expect(found.items).toEqual([
    expect.objectContaining({ kind: 'reverted_change', title: 'Raise the pool size', sha: 'a'.repeat(40) }),
  ]);
  asked.length = 0;
  await detect(repository, signal);
  expect(asked).toEqual([]);

  const [change] = (await store.changes.listByRepository(worker.connection.id, 'acme/api')).slice(-1);
  if (change === undefined) throw new Error('no change is stored');
  await store.changes.upsert(worker.connection.id, [
    { ...change, title: 'Something else', text: '', version: '2027-01-01T00:00:00.000Z' },
  ]);
  await detect(repository, signal);
  expect((await store.failures.list({ connectionId: worker.connection.id, limit: 10 })).items).toEqual([]);
  expect(names()).toEqual(['recluster-when-due']);
});

test('stores rollbacks as failures, removes those no longer detected, and keeps failed deployments from the provider', async () => {
  const deployment = (id: number, sha: string, succeeded: boolean): ChangeDraft => ({
    kind: 'deployment',
    externalId: `acme/api#deployment/${id}`,
    repository: 'acme/api',
    environment: 'production',
    title: `Deployment ${id}`,
    text: '',
    sha: sha.repeat(40),
    parents: [],
    number: null,
    branch: null,
    base: null,
    paths: [],
    occurredAt: `2026-01-01T0${id}:00:00.000Z`,
    succeeded,
    url: null,
    version: `2026-01-01T0${id}:00:00.000Z`,
  });
  const changes = [deployment(1, 'a', true), deployment(2, 'b', true), deployment(3, 'a', true)];
  await store.changes.upsert(worker.connection.id, changes);
  const detect = () =>
    createDetectFailuresHandler(deps)({ connectionId: worker.connection.id, repository: 'acme/api' }, signal);
  const found = async () => (await store.failures.listAll()).map(({ externalId }) => externalId);
  await detect();
  expect(await found()).toEqual(['acme/api#deployment/2/rolled-back']);
  expect(names()).toEqual(['recluster-when-due']);

  const [told] = await store.failures.listAll();
  if (told === undefined) throw new Error('nothing was found');
  await store.failures.upsert(worker.connection.id, [{ ...told, externalId: 'acme/api#deployment/3' }]);
  await store.changes.upsert(worker.connection.id, [
    { ...deployment(3, 'a', false), version: '2026-01-02T00:00:00.000Z' },
  ]);
  await detect();
  expect(await found()).toEqual(['acme/api#deployment/3']);
});

test('enqueues the verification of a fix that waits for a deployment of the repository', async () => {
  await store.patterns.writeClustering({
    episodes: [],
    lineage: [],
    inputVersion: 'with a fix',
    patterns: [{ pattern: createPatternForTest({ id: 'p-fixed' }), members: [] }],
  });
  const { improvements } = store;
  const { id: improvementId } = await improvements.ensure('p-fixed', { repository: 'acme/fixed', title: 'Bound' });
  await improvements.approve(improvementId, {}, createDecider('session', 'the test'));
  await improvements.startOpening(improvementId, 'acme/fixed');
  await improvements.recordIssue(improvementId, { repository: 'acme/fixed', number: 3, url: 'https://x.example/3' });
  const fix = { url: 'https://github.com/acme/fixed/pull/9', mergedAt: '2026-03-01T00:00:00.000Z', deployedAt: null };
  await improvements.transition(improvementId, { state: 'accepted' });
  await improvements.transition(improvementId, { state: 'fixed', fix });
  const verified = async (repository: string) => {
    asked.length = 0;
    await createDetectFailuresHandler(deps)({ connectionId: worker.connection.id, repository }, signal);
    return asked.filter(({ name }) => name === 'verify-effect');
  };
  expect(await verified('acme/api')).toEqual([]);
  expect(await verified('acme/fixed')).toEqual([{ name: 'verify-effect', payload: { improvementId } }]);
});
