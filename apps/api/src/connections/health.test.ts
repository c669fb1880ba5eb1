import {
  ConnectionCheckResponse,
  ConnectionHealth,
  ConnectionProblemsResponse,
  ConnectResponse,
} from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';
import { startProviderUnderTest } from '../testing/provider-under-test.ts';

const api = await startApiUnderTest();
const provider = await startProviderUnderTest();
const github = { provider: 'github', account: 'acme', credential: 'token', baseUrl: provider.url };

async function check(wanted: object): Promise<ConnectionCheckResponse> {
  const { status, body } = await api.ask('POST', '/v1/connections/check', { baseUrl: provider.url, ...wanted });
  expect([status, body]).toEqual([200, expect.anything()]);
  return ConnectionCheckResponse.parse(body);
}

test('a connection check reports what would be imported, the globs without matches and the rate limit, and stores nothing', async () => {
  const before = (await api.ask('GET', '/v1/connections')).body.items;
  const all = await check(github);
  expect(all.matched).toEqual(['Acme/api', 'Acme/web']);
  expect(all.health).toMatchObject({
    account: 'Acme',
    visible: ['Acme/api', 'Acme/fork', 'Acme/web'],
    budget: { limit: 5_000, remaining: 4_321 },
  });
  const scope = { repositories: ['acme/a*', 'acme/typo'], workflows: [], postmortemFolders: ['Acme/web:docs/pm'] };
  const some = await check({ ...github, scope });
  expect(some).toMatchObject({ matched: ['Acme/api', 'Acme/web'], unmatched: ['acme/typo'] });
  const elsewhere = await check({ ...github, scope: { postmortemFolders: ['acme/gone:pm', 'acme/WEB'] } });
  expect(elsewhere.unmatched).toEqual(['acme/gone:pm']);
  expect(some.streams).toEqual([
    'commits:Acme/api',
    'deployments:Acme/api',
    'issues:Acme/api',
    'postmortems:Acme/web',
    'pulls:Acme/api',
  ]);
  const services = await check({ provider: 'pagerduty', credential: 'key', scope: { services: ['w*', 'x*'] } });
  expect(services).toMatchObject({ matched: ['web'], unmatched: ['x*'], streams: ['change_events', 'incidents:P2'] });
  expect((await api.ask('GET', '/v1/connections')).body.items).toEqual(before);
});

test.each([
  [{ ...github, region: 'eu' }, 400, 'Only PagerDuty has a `region`'],
  [{ ...github, scope: { repos: ['acme/api'] } }, 400, 'scope: Unrecognized key: "repos"'],
  [{ ...github, scope: { postmortemFolders: ['docs'] } }, 400, 'has to be owner/name:path/of/folder'],
  [{ ...github, scope: { workflows: [''] } }, 400, 'scope.workflows.0'],
  [{ provider: 'pagerduty', credential: '{"kind":"pagerduty_app"}' }, 400, 'clientId'],
  [{ provider: 'archive', account: 'old' }, 409, 'no account to check'],
])('a connection check rejects %j with the reason', async (wanted, status, named) => {
  const answer = await api.ask('POST', '/v1/connections/check', wanted);
  expect(answer).toMatchObject({ status, body: { detail: expect.stringContaining(named) } });
});

test('rejects a region beside a PagerDuty app credential, which contains the region', async () => {
  const credential = JSON.stringify({
    kind: 'pagerduty_app',
    clientId: 'id',
    clientSecret: 'canary-secret',
    subdomain: 'acme',
    region: 'eu',
    identityUrl: provider.url,
  });
  const wanted = { provider: 'pagerduty', region: 'us', credential };
  const { status, body } = await api.ask('POST', '/v1/connections', wanted);
  expect([status, body.detail]).toEqual([400, 'The PagerDuty app belongs to the region eu: omit `region`.']);
  const refused = await api.ask('POST', '/v1/connections', { provider: 'pagerduty', credential });
  expect(refused.status).toBeGreaterThanOrEqual(400);
  expect(JSON.stringify(refused)).not.toContain('canary-secret');
});

test('the health route requests the account data from the provider, and reads the problems of the connection from the store', async () => {
  const { connection } = ConnectResponse.parse((await api.ask('POST', '/v1/connections', github)).body);
  const { body } = await api.ask('GET', `/v1/connections/${connection.id}/health`);
  expect(ConnectionHealth.parse(body)).toMatchObject({ account: 'Acme', budget: { remaining: 4_321 } });
  const subjects = ['account', 'permissions', 'pulls:Acme/api', 'runs:Acme/api', 'scope'];
  for (const subject of subjects) await api.store.connections.setProblem(connection.id, subject, `${subject}: fix it`);
  const problems = ConnectionProblemsResponse.parse(
    (await api.ask('GET', `/v1/connections/${connection.id}/problems`)).body,
  );
  expect(problems.items).toEqual(subjects.map((subject) => ({ subject, problem: `${subject}: fix it` })));
  const { body: archive } = await api.ask('POST', '/v1/connections', { provider: 'archive', account: 'old' });
  const { id } = archive.connection as { id: string };
  expect(await api.ask('GET', `/v1/connections/${id}/health`)).toMatchObject({ status: 409 });
});
