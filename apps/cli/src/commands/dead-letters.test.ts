import { expect, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const letter = {
  id: 'job-1',
  kind: 'job',
  at: '2026-01-01T00:00:00.000Z',
  queue: 'ingest',
  name: 'pull-stream',
  subject: 'stream pulls:acme/api',
  connectionId: 'c1',
  subscriptionId: null,
  code: 'provider_failed',
  problem: 'GitHub answered 502',
  attempts: 6,
  isReplaying: false,
  replay: 'likely',
  advice: 'Replay it.',
};

async function run(...args: readonly string[]) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  const api = await startSimulatedApi(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const [method = '', path = ''] = [request.method, request.url];
    asked.push({ method, path, body: text === '' ? null : JSON.parse(text) });
    if (method === 'POST') sendJson(response, 202, { replayed: 3, notReplayed: 1 });
    else if (path.includes('job-1')) sendJson(response, 200, letter);
    else sendJson(response, 200, { items: [letter], next: null, total: 1 });
  });
  return { ...(await runProgram(api, ['dead-letters', ...args])), asked };
}

test('dead-letters list shows the jobs that were given up, and dead-letters show says what to do', async () => {
  const { out, asked } = await run('list', '--kind', 'job', '--connection', 'c1');
  for (const word of ['job-1', 'pull-stream', 'likely', 'GitHub answered 502']) expect(out).toContain(word);
  expect(asked[0]?.path).toBe('/v1/dead-letters?limit=50&kind=job&connectionId=c1');
  expect((await run('show', 'job-1')).out).toContain('Replay it.');
  expect(JSON.parse((await run('show', 'job-1', '--json')).out)).toEqual(letter);
});

test('dead-letters replay takes an id, and replays all only with --all', async () => {
  expect((await run('replay', 'job-1')).asked).toEqual([
    { method: 'POST', path: '/v1/dead-letters/job-1/replay', body: {} },
  ]);
  const { asked, out } = await run('replay', '--all', '--kind', 'record');
  expect(asked).toEqual([{ method: 'POST', path: '/v1/dead-letters/replay', body: { kind: 'record' } }]);
  expect(out).toContain('1 cannot be replayed');
  await expect(run('replay')).rejects.toThrow('give an id, or --all');
});
