import type { RawRecord } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openSharedWorkerWithPagedSource } from '../worker/worker-with-paged-source.ts';
import { createParseRecordsHandler } from './parse-records.ts';

const { store, deps } = await openSharedWorkerWithPagedSource();
const { signal } = new AbortController();

function row(id: string, fields: object): RawRecord {
  const payload = {
    id,
    kind: 'incident',
    title: id,
    text: '',
    created: '2026-03-01T00:00:00.000Z',
    resolved: null,
    services: [],
    repository: null,
    severity: null,
    url: null,
    ...fields,
  };
  return { type: 'archive.incident', deliveryKey: `archive/${id}@${JSON.stringify(fields)}`, payload };
}

async function openArchive(account: string) {
  const { id: connectionId } = await store.connections.ensure({
    provider: 'archive',
    account,
    baseUrl: null,
    credential: null,
    webhookSecret: null,
    scope: null,
  });
  return async (...rows: RawRecord[]) => {
    async function* send() {
      yield* rows;
    }
    const { ids, stored } = await store.inbox.storeAll(connectionId, send(), 'file');
    await createParseRecordsHandler(deps)({ connectionId, inboxIds: ids }, signal);
    const { items } = await store.failures.list({ connectionId, limit: 10 });
    const counted = items.filter(({ isFailure }) => isFailure);
    return { stored, counted: counted.map(({ title, kind, occurredAt }) => [title, kind, occurredAt.slice(0, 10)]) };
  };
}

test('a row that is imported again with an earlier date replaces the row of the first import', async () => {
  const importRows = await openArchive('dates');
  await importRows(row('1', { title: 'Pool', created: '2026-10-02T00:00:00.000Z' }));
  const { counted } = await importRows(row('1', { title: 'Pool', created: '2026-02-10T00:00:00.000Z' }));
  expect(counted).toEqual([['Pool', 'incident', '2026-02-10']]);
});

test('importing the original file again restores its rows, and none of them counts as new', async () => {
  const importRows = await openArchive('forms');
  await importRows(row('1', { title: 'Before' }));
  await importRows(row('1', { title: 'After' }));
  expect(await importRows(row('1', { title: 'Before' }))).toEqual({
    stored: 0,
    counted: [['Before', 'incident', '2026-03-01']],
  });
});

test('a row that is imported again as another kind of failure counts once', async () => {
  const importRows = await openArchive('kinds');
  await importRows(row('1', { title: 'Rollout' }));
  const { counted } = await importRows(row('1', { title: 'Rollout', kind: 'failed_deployment' }));
  expect(counted).toEqual([['Rollout', 'failed_deployment', '2026-03-01']]);
  expect((await importRows(row('1', { title: 'Rollout' }))).counted).toEqual([['Rollout', 'incident', '2026-03-01']]);
});
