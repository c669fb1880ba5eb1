import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const token = {
  id: 't1',
  name: 'CI',
  scopes: ['search:viewer'],
  owner: { id: 'u1', name: 'Ann Archer' },
  parentId: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
};

async function run(...args: readonly string[]) {
  const asked: { method: string; path: string; body: { expiresAt?: string } | null }[] = [];
  const api = await startSimulatedApi(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const [method = '', path = ''] = [request.method, request.url?.split('?', 1)[0]];
    asked.push({ method, path, body: text === '' ? null : JSON.parse(text) });
    if (method === 'GET') sendJson(response, 200, { items: [token], next: null, total: 1 });
    else if (method === 'POST') sendJson(response, 201, { id: 't2', token: 'rfr_made' });
    else response.writeHead(204).end();
  });
  return { ...(await runProgram(api, ['tokens', ...args])), asked };
}

test('the list of tokens shows scopes, owners and last uses', async () => {
  const { out } = await run('list');
  for (const word of ['t1', 'CI', 'search:viewer', 'Ann Archer', 'never']) expect(out).toContain(word);
});

test('tokens create prints only the token, which by default has all scopes of its owner and no expiry', async () => {
  const { out, asked } = await run('create', 'CI');
  expect(out).toBe('rfr_made\n');
  expect(asked).toEqual([{ method: 'POST', path: '/v1/tokens', body: { name: 'CI' } }]);
});

test('tokens create accepts repeated --scope options, and counts --days from now', async () => {
  const before = Date.now();
  const { asked } = await run('create', 'CI', '--scope', 'search:viewer', '--scope', 'events:viewer', '--days', '2');
  expect(asked[0]?.body).toMatchObject({ scopes: ['search:viewer', 'events:viewer'] });
  const lasts = Date.parse(asked[0]?.body?.expiresAt ?? '') - before;
  expect(lasts / 86_400_000).toBeCloseTo(2, 2);
  await expect(run('create', 'CI', '--days', '0')).rejects.toThrow(/whole number from 1 to 3650/u);
});

test('tokens revoke takes an id', async () => {
  expect((await run('revoke', 'a/b')).asked).toMatchObject([{ method: 'DELETE', path: '/v1/tokens/a%2Fb' }]);
});
