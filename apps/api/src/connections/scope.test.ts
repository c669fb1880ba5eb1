import { randomUUID } from 'node:crypto';
import { Connection, ConnectionCheckResponse, defaultConnectionScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { startProviderUnderTest } from '../testing/provider-under-test.ts';

const api = await startApiUnderTest();
const { connections, connections: members } = api.store;

async function connect() {
  const provider = await startProviderUnderTest();
  const { id } = await connections.ensure({
    provider: 'github',
    account: 'Acme',
    baseUrl: provider.url,
    credential: 'canary-token',
    webhookSecret: 'the secret',
    scope: { ...defaultConnectionScope, repositories: ['acme/api'], workflows: [] },
  });
  return { id, path: `/v1/connections/${id}`, responses: provider.responses };
}

async function countWaitingIngestJobs(): Promise<number> {
  const { queues } = (await api.ask('GET', '/v1/status')).body as { queues: Record<string, { waiting: number }> };
  return queues.ingest?.waiting ?? 0;
}

test('a scope check uses the stored credential and does not change the stored scope', async () => {
  const { id, path } = await connect();
  const { status, body } = await api.ask('POST', `${path}/check-scope`, { repositories: ['acme/w*', 'acme/typo'] });
  expect(status).toBe(200);
  expect(ConnectionCheckResponse.parse(body)).toMatchObject({ matched: ['Acme/web'], unmatched: ['acme/typo'] });
  expect((await connections.find(id))?.scope.repositories).toEqual(['acme/api']);
});

test('changing the scope keeps the credential and the webhook secret, and enqueues a sync', async () => {
  const { id, path } = await connect();
  await connections.setProblem(id, 'scope', 'acme/api is gone');
  const seen = { known: [], renames: [], members: [{ id: '1', name: 'Acme/api', state: 'present' as const }] };
  await members.changeScopeMembers(id, seen);
  const before = await countWaitingIngestJobs();
  const { status, body } = await api.ask('PUT', `${path}/scope`, { repositories: ['acme/web'] });
  expect(status).toBe(200);
  const changed = Connection.parse(body);
  // Omitted fields get their defaults instead of their previous values.
  expect(changed).toMatchObject({
    id,
    status: 'active',
    scope: { ...defaultConnectionScope, repositories: ['acme/web'] },
  });
  expect(await connections.find(id)).toEqual(changed);
  expect(await connections.readCredential(id)).toBe('canary-token');
  expect(await connections.readWebhookSecret(id)).toBe('the secret');
  expect(await connections.listProblems(id)).toEqual([]);
  // The next sync decides whether the repository is still in scope.
  expect(await members.listScopeMembers(id)).toEqual([{ id: '1', name: 'Acme/api', state: 'former' }]);
  expect(await countWaitingIngestJobs()).toBe(before + 1);
});

test('does not change the scope if the provider rejects the credential', async () => {
  const { id, path, responses } = await connect();
  for (const name of Object.keys(responses)) delete responses[name];
  const refused = await api.ask('PUT', `${path}/scope`, {});
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(refused)).not.toContain('canary-token');
  expect((await connections.find(id))?.scope.repositories).toEqual(['acme/api']);
});

test.each([
  ['PUT', 'scope'],
  ['POST', 'check-scope'],
])('%s %s rejects an archive, an unknown connection and an unknown field', async (method, name) => {
  const { path } = await connect();
  const { body } = await api.ask('POST', '/v1/connections', { provider: 'archive', account: randomUUID() });
  const archive = (body.connection as { id: string }).id;
  expect(await api.ask(method, `/v1/connections/${archive}/${name}`, {})).toMatchObject({ status: 409 });
  expect(await api.ask(method, `/v1/connections/nope/${name}`, {})).toMatchObject({ status: 404 });
  expect(await api.ask(method, `${path}/${name}`, { repos: ['acme/api'] })).toMatchObject({ status: 400 });
});
