import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

test('GET /v1/security counts no deactivated users, and lists no tokens that expire', async () => {
  const api = await startApiUnderTest();
  const { body } = await api.ask('GET', '/v1/security');
  await api.store.access.addUser('Vera', 'viewer');
  const gone = await api.store.access.addUser('Gus', 'admin');
  await api.store.access.changeUser(gone.id, { isDisabled: true });
  await api.ask('POST', '/v1/tokens', { name: 'lasting' });
  await api.ask('POST', '/v1/tokens', { name: 'ends', expiresAt: '2999-01-01T00:00:00.000Z' });
  const before = body as { people: number; lastingTokens: string[] };
  expect((await api.ask('GET', '/v1/security')).body).toEqual({
    publicUrl: api.url,
    trustsProxies: false,
    signInBy: [],
    allowsSignInLinks: true,
    people: before.people + 1,
    admins: 1,
    lastingTokens: [...before.lastingTokens, 'lasting'],
  });
});
