import { expect, test } from 'vitest';
import { startApiUnderTest, unavailableRedisUrl } from '../testing/api-under-test.ts';
import { createFailureDraft, createTestPattern } from '../testing/stored-under-test.ts';

const api = await startApiUnderTest({ redisUrl: unavailableRedisUrl });

async function importRecord(): Promise<string> {
  const line = JSON.stringify({ type: 'archive.incident', deliveryKey: 'a', payload: { title: 'a' } });
  const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/x-ndjson' };
  const imported = await fetch(`${api.url}/v1/archives/old/import`, { method: 'POST', headers, body: line });
  expect(imported.status).toBe(200);
  return ((await imported.json()) as { connection: { id: string } }).connection.id;
}

async function correct(): Promise<string> {
  const { id: connectionId } = await api.store.connections.ensure({
    provider: 'archive',
    account: 'corrected',
    baseUrl: null,
    scope: null,
    credential: null,
    webhookSecret: null,
  });
  await api.store.failures.upsert(connectionId, [createFailureDraft('one')]);
  const [failure] = (await api.store.failures.list({ limit: 1 })).items;
  const { status, body } = await api.ask('POST', '/v1/corrections', { kind: 'not_a_failure', failureId: failure?.id });
  expect(status).toBe(201);
  return String(body.id);
}

async function approve(): Promise<void> {
  const patterns = [{ pattern: createTestPattern('p1'), members: [] }];
  await api.store.patterns.writeClustering({ episodes: [], patterns, lineage: [], inputVersion: 'v' });
  const { id } = await api.store.improvements.ensure('p1', { repository: 'acme/api', title: 'Bound it' });
  const { status, body } = await api.ask('POST', `/v1/improvements/${id}/approve`, {});
  expect({ status, state: body.state }).toEqual({ status: 200, state: 'approved' });
}

test('while Redis is unavailable, the API is ready, stores records and decisions, and reports the jobs that it could not enqueue', async () => {
  expect((await api.ask('GET', '/readyz')).status).toBe(200);
  const [connectionId, correctionId] = await Promise.all([importRecord(), correct(), approve()]);
  expect(await api.store.inbox.countUnprocessed(connectionId)).toBe(1);
  expect(await api.store.corrections.list()).toHaveLength(1);
  const gone = await Promise.all([
    api.ask('DELETE', `/v1/corrections/${correctionId}`),
    api.ask('DELETE', `/v1/connections/${connectionId}`),
  ]);
  expect(gone.map(({ status }) => status)).toEqual([204, 204]);
  expect(await api.store.corrections.list()).toEqual([]);
  expect(await api.store.connections.find(connectionId)).toBeNull();
  expect(api.errors.map(({ code, message }) => `${code}: ${message}`).sort()).toEqual(
    ['ensure-issue', 'parse-records', 'recluster', 'recluster', 'recluster'].map(
      (name) => `unavailable: ${name} could not be enqueued. The reconciler enqueues it later.`,
    ),
  );
});
