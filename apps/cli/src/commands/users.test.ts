import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const ann = {
  id: 'u1',
  name: 'Ann Archer',
  email: null,
  role: 'triager',
  signInMethod: 'link',
  isDisabled: false,
  createdAt: '2026-01-01T00:00:00.000Z',
  lastSeenAt: null,
  linkExpiresAt: null,
};
const url = 'https://refrain.example.com/sign-in/once';
const link = { url, expiresAt: '2026-01-01T01:00:00.000Z' };

async function run(...args: readonly string[]) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  const api = await startSimulatedApi(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const [method = '', path = ''] = [request.method, request.url?.split('?', 1)[0]];
    const body = text === '' ? null : JSON.parse(text);
    asked.push({ method, path, body });
    if (method === 'GET') sendJson(response, 200, { items: [{ ...ann, isDisabled: true }], next: null, total: 1 });
    else if (path.endsWith('/sign-in-links')) sendJson(response, 201, link);
    else if (method === 'POST') sendJson(response, 201, { ...ann, ...body, link });
    else sendJson(response, 200, { ...ann, ...body });
  });
  return { ...(await runProgram(api, ['users', ...args])), asked };
}

test('the list of users shows their roles and which users are deactivated', async () => {
  const { out } = await run('list');
  for (const word of ['u1', 'Ann Archer', 'deactivated', 'link', 'never']) expect(out).toContain(word);
});

test('users add creates a user with a role and prints only the invitation link', async () => {
  const { out, asked } = await run('add', 'Ann Archer', '--role', 'triager');
  expect(out).toBe(`${url}\n`);
  expect(asked).toEqual([{ method: 'POST', path: '/v1/users', body: { name: 'Ann Archer', role: 'triager' } }]);
  expect((await run('link', 'a/b')).asked).toMatchObject([{ path: '/v1/users/a%2Fb/sign-in-links' }]);
});

test('users change sends only the changed fields', async () => {
  expect((await run('change', 'u1', '--role', 'admin')).asked).toEqual([
    { method: 'PATCH', path: '/v1/users/u1', body: { role: 'admin' } },
  ]);
  expect((await run('change', 'u1', '--deactivate', '--name', 'A.')).asked[0]?.body).toEqual({
    name: 'A.',
    isDisabled: true,
  });
  expect((await run('change', 'u1', '--activate')).asked[0]?.body).toEqual({ isDisabled: false });
});
