import { FailureMap, type ObservedEpisode } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';
import { failureDraft } from '../stored-under-test.ts';

const { store, ask, url, token } = await startApiUnderTest();
const { id } = await store.connections.ensure({
  ...{ provider: 'archive', account: 'old', baseUrl: null, credential: null, webhookSecret: null, scope: null },
});
await store.failures.upsert(id, [failureDraft('one')]);
const [failure] = (await store.failures.list({ limit: 1 })).items;

function episode(values: Partial<ObservedEpisode>): ObservedEpisode {
  return {
    ...{ id: 'e1', patternId: null, cause: 'capacity', trigger: 'traffic', kinds: ['incident'] },
    ...{ startedAt: '2026-01-02T03:00:00.000Z', endedAt: null, hours: 2, services: ['checkout'], repositories: [] },
    ...{ environments: ['production'], paths: [], failureIds: [failure?.id ?? ''] },
    ...values,
  };
}
await store.observations.write({
  episodes: [episode({}), episode({ id: 'e2', startedAt: '2025-01-02T03:00:00.000Z', environments: ['staging'] })],
  changes: [],
});

test('the map is of the time and the environment that are asked for, and opens down to the episodes', async () => {
  const year = 'since=2025-01-01T00:00:00Z&until=2026-02-01T00:00:00Z';
  const { body } = await ask('GET', `/v1/map?${year}`);
  expect(body).toMatchObject({ episodes: 2, services: [{ service: 'checkout', episodes: 2 }] });
  expect((await ask('GET', `/v1/map?${year}&environment=staging`)).body).toMatchObject({ episodes: 1 });
  expect((await ask('GET', '/v1/map?until=2026-02-01T00:00:00Z')).body).toMatchObject({
    episodes: 1,
    causes: [{ service: 'checkout', cause: 'capacity', episodeIds: ['e1'], standsOut: false }],
  });
  expect((await ask('GET', `/v1/map?${year}&kind=reverted_change`)).body).toMatchObject({ episodes: 0 });
});

test('one place of it is given alone, compared with all', async () => {
  const year = 'since=2025-01-01T00:00:00Z&until=2026-02-01T00:00:00Z';
  const { body } = await ask('GET', `/v1/map?${year}&service=checkout`);
  expect(body).toMatchObject({ episodes: 2, causes: [{ service: 'checkout', episodes: 2 }] });
  expect((await ask('GET', `/v1/map?${year}&service=mail`)).body).toMatchObject({
    episodes: 2,
    services: [],
    causes: [],
  });
});

test('who has a map already is told that it still holds', async () => {
  const get = (headers: Record<string, string>) =>
    fetch(`${url}/v1/map?since=2025-01-01T00:00:00Z&until=2026-02-01T00:00:00Z`, {
      headers: { authorization: `Bearer ${token}`, ...headers },
    });
  const first = await get({});
  expect(first.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(FailureMap.parse(await first.json()).episodes).toBe(2);
  const again = await get({ 'if-none-match': first.headers.get('etag') ?? '' });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('a time that ends before it begins is refused', async () => {
  expect((await ask('GET', '/v1/map?since=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z')).status).toBe(400);
});

test('a team is shown what it owns', async () => {
  const owned = [{ repository: 'acme/checkout', path: null, teams: ['payments'] }];
  await store.owners.replace(owned, 'acme/checkout:CODEOWNERS');
  const year = 'since=2025-01-01T00:00:00Z&until=2026-02-01T00:00:00Z';
  expect((await ask('GET', `/v1/map?${year}&team=payments`)).body).toMatchObject({
    ...{ episodes: 2, services: [{ service: 'checkout' }], filter: { team: 'payments' } },
  });
  expect((await ask('GET', `/v1/map?${year}&team=mail`)).body).toMatchObject({ episodes: 0, services: [] });
});
