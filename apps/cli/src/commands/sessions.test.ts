import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const session = {
  id: 's1',
  via: 'provider',
  client: 'Firefox on Linux',
  isCurrent: false,
  startedAt: '2026-01-01T00:00:00.000Z',
  lastUsedAt: '2026-01-01T09:00:00.000Z',
  expiresAt: '2026-01-02T00:00:00.000Z',
};

async function run(items: readonly object[], ...args: readonly string[]) {
  const requests: string[] = [];
  const api = await startSimulatedApi((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    if (request.method === 'GET') sendJson(response, 200, { items, next: null, total: items.length });
    else response.writeHead(204).end();
  });
  return { ...(await runProgram(api, ['sessions', ...args])), requests };
}

test('sessions list shows the browser and the last use of each session', async () => {
  const { out } = await run([session], 'list');
  for (const word of ['s1', 'Firefox on Linux', 'provider', '2026-01-01T09:00:00.000Z']) expect(out).toContain(word);
  expect((await run([], 'list')).out).toBe('No browser is signed in.\n');
});

test('sessions end signs out a session by its id', async () => {
  const { out, requests } = await run([], 'end', 's1');
  expect(requests).toEqual(['DELETE /v1/sessions/s1']);
  expect(out).toBe('The session s1 has ended.\n');
});
