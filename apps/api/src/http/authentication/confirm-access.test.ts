import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { initialAdminId } from '@refrain/domain';
import { expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest } from '../../testing/api-under-test.ts';

const api = await startApiUnderTest();
const { hostname, port, host } = new URL(api.url);

async function createAdmin(): Promise<{ userId: string; tokenId: string; token: string }> {
  const { id: userId } = await api.store.access.addUser(`Ann ${randomUUID()}`, 'admin');
  const { id: tokenId, token } = await api.store.access.createToken('t', null, { userId, scopes: ['admin'] });
  return { userId, tokenId, token };
}

/** Sends a request without its last byte, calls `between`, sends the last byte, and returns the response status. */
async function sendSlowly(
  { method, path, token, type = 'application/json' }: Record<'method' | 'path' | 'token', string> & { type?: string },
  body: string,
  between: () => Promise<unknown>,
): Promise<number> {
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  const answered = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(chunk.toString())));
  const head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${token}\r\n`;
  socket.write(`${head}content-type: ${type}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`);
  socket.write(body.slice(0, -1));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await between();
  socket.write(body.slice(-1));
  return Number((await answered).split(' ', 2)[1]);
}

test('a demoted admin cannot restore the role by a request that began before the demotion', async () => {
  const { userId, token } = await createAdmin();
  const request = { method: 'PATCH', path: `/v1/users/${userId}`, token };
  const demote = () => api.store.access.changeUser(userId, { role: 'viewer' });
  expect(await sendSlowly(request, '{"role":"admin"}', demote)).toBe(401);
  expect(await api.store.access.findUser(userId)).toMatchObject({ role: 'viewer' });
});

test('a deactivated user cannot add an admin by a request that began before the deactivation', async () => {
  const { userId, token } = await createAdmin();
  const request = { method: 'POST', path: '/v1/users', token };
  const deactivate = () => api.store.access.changeUser(userId, { isDisabled: true });
  expect(await sendSlowly(request, '{"name":"Backdoor","role":"admin"}', deactivate)).toBe(401);
  expect((await api.store.access.listUsers()).map(({ name }) => name)).not.toContain('Backdoor');
});

test('an import stores nothing if the token is revoked during the upload', async () => {
  const { tokenId, token } = await createAdmin();
  const request = { method: 'POST', path: '/v1/archives/late/import', token, type: 'application/x-ndjson' };
  const record = { type: 'archive.incident', deliveryKey: 'a', payload: {} };
  const revoke = () => api.store.access.revokeToken(tokenId);
  expect(await sendSlowly(request, `${JSON.stringify(record)}\n`, revoke)).toBe(401);
  expect((await api.store.connections.list()).map(({ account }) => account)).not.toContain('late');
});

test('a slow request succeeds if the user still has access at its end', async () => {
  const request = { method: 'POST', path: '/v1/users', token: api.token };
  expect(await sendSlowly(request, '{"name":"Bob","role":"viewer"}', async () => undefined)).toBe(201);
  expect(await api.store.access.findUser(initialAdminId)).toMatchObject({ role: 'admin' });
});

test('does not connect an account if the admin is deactivated while the provider responds', async () => {
  const { userId, token } = await createAdmin();
  const provider = createServer(async (_request, response) => {
    await api.store.access.changeUser(userId, { isDisabled: true });
    response.setHeader('content-type', 'application/json');
    response.end('{"abilities":[],"services":[],"users":[],"more":false}');
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void provider.close());
  const baseUrl = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  const response = await fetch(`${api.url}/v1/connections`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ provider: 'pagerduty', account: 'planted', baseUrl, credential: 'pd_key' }),
  });
  expect(response.status).toBe(401);
  expect((await api.store.connections.list()).map(({ account }) => account)).not.toContain('planted');
});
