import type { OnboardingResponse } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();

async function ask(method: 'GET' | 'PUT', body?: unknown): Promise<OnboardingResponse> {
  const response = await fetch(`${api.url}/v1/onboarding`, {
    method,
    headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as OnboardingResponse;
}

const listDone = async () => (await ask('GET')).steps.filter(({ isDone }) => isDone).map(({ id }) => id);

test('a step of the onboarding checklist is done as soon as its effect exists', async () => {
  expect(await listDone()).toEqual([]);
  const account = { baseUrl: null, credential: 'secret', webhookSecret: null, scope: null };
  await api.store.connections.ensure({ provider: 'github', account: 'acme', ...account });
  await api.store.access.addUser('Ann', 'viewer');
  await api.store.improvements.setPolicy((await api.store.improvements.findPolicy()).policy, 'Ann');
  expect(await listDone()).toEqual(['github', 'invite', 'policy']);
});

test('an admin hides the onboarding checklist for everyone and shows it again', async () => {
  expect((await ask('GET')).isHidden).toBe(false);
  expect((await ask('PUT', { isHidden: true })).isHidden).toBe(true);
  expect((await ask('GET')).isHidden).toBe(true);
  await ask('PUT', { isHidden: false });
  expect((await ask('GET')).isHidden).toBe(false);
});
