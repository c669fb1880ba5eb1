import { CheckedAnswer, Connection, defaultScope } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { startProviderUnderTest } from '../provider-under-test.ts';

const api = await startApiUnderTest();
const provider = await startProviderUnderTest();
const { connections, problems, scope: members } = api.store;
const { id } = await connections.ensure({
  ...{ provider: 'github', account: 'Acme', baseUrl: provider.url, credential: 'canary-token' },
  ...{ webhookSecret: 'the secret', scope: { ...defaultScope, repositories: ['acme/api'], workflows: [] } },
});
const path = `/v1/connections/${id}`;

async function countWatched(): Promise<number> {
  const { queues } = (await api.ask('GET', '/v1/status')).body as { queues: Record<string, { waiting: number }> };
  return queues.ingest?.waiting ?? 0;
}

test('what a scope would take in is told without a credential, and nothing of it is kept', async () => {
  const { status, body } = await api.ask('POST', `${path}/check-scope`, { repositories: ['acme/w*', 'acme/typo'] });
  expect(status).toBe(200);
  expect(CheckedAnswer.parse(body)).toMatchObject({ matched: ['Acme/web'], unmatched: ['acme/typo'] });
  expect((await connections.find(id))?.scope.repositories).toEqual(['acme/api']);
});

test('another scope keeps credential and webhook, and has the connection looked at', async () => {
  await problems.set(id, 'scope', 'acme/api is gone');
  const seen = { known: [], renames: [], members: [{ id: '1', name: 'Acme/api', state: 'present' as const }] };
  await members.change(id, seen);
  const before = await countWatched();
  const { status, body } = await api.ask('PUT', `${path}/scope`, { repositories: ['acme/web'] });
  expect(status).toBe(200);
  const changed = Connection.parse(body);
  // What is left out is as usual, not as it was.
  expect(changed).toMatchObject({ id, status: 'active', scope: { ...defaultScope, repositories: ['acme/web'] } });
  expect(await connections.find(id)).toEqual(changed);
  expect(await connections.readCredential(id)).toBe('canary-token');
  expect(await connections.readWebhookSecret(id)).toBe('the secret');
  expect(await problems.list(id)).toEqual([]);
  // Whether it is still taken in is not known until somebody has looked.
  expect(await members.listMembers(id)).toEqual([{ id: '1', name: 'Acme/api', state: 'former' }]);
  expect(await countWatched()).toBe(before + 1);
});

test('while the provider does not take the credential, the scope stays as it is', async () => {
  const known = { ...provider.answers };
  for (const name of Object.keys(known)) delete provider.answers[name];
  const refused = await api.ask('PUT', `${path}/scope`, {});
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(refused)).not.toContain('canary-token');
  Object.assign(provider.answers, known);
  expect((await connections.find(id))?.scope.repositories).toEqual(['acme/web']);
});

test.each([
  ['PUT', 'scope'],
  ['POST', 'check-scope'],
])('%s %s is refused for an archive, for what is not there, and where a field is misspelt', async (method, name) => {
  const { body } = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const archive = (body.connection as { id: string }).id;
  expect(await api.ask(method, `/v1/connections/${archive}/${name}`, {})).toMatchObject({ status: 409 });
  expect(await api.ask(method, `/v1/connections/nope/${name}`, {})).toMatchObject({ status: 404 });
  expect(await api.ask(method, `${path}/${name}`, { repos: ['acme/api'] })).toMatchObject({ status: 400 });
});
