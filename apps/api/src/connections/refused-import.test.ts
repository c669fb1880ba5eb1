import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

test('a rejected import does not block the next request on the same TCP connection', async () => {
  const api = await startApiUnderTest();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (method: string, path: string, body = '') =>
    new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
      const headers = { authorization: `Bearer ${api.token}`, 'content-type': 'application/x-ndjson' };
      const asked = request(`${api.url}${path}`, { method, agent, headers, signal: AbortSignal.timeout(30_000) });
      asked.on('error', reject);
      asked.on('response', async (response) => resolve({ status: response.statusCode, body: await text(response) }));
      asked.end(body);
    });
  const refused = await send('POST', '/v1/archives/old/import', `no JSON\n${'{}\n'.repeat(300_000)}`);
  expect(refused).toMatchObject({ status: 400, body: expect.stringContaining('Record 1 is not JSON') });
  expect(await send('GET', '/v1/connections')).toMatchObject({ status: 200 });
  agent.destroy();
});
