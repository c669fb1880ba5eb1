import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sendJson, startSimulatedApi } from '../api-under-test.ts';
import { runProgram } from '../run-under-test.ts';

const subscription = {
  id: 's1',
  kind: 'slack',
  address: 'https://hooks.slack.com/…',
  events: ['digest_written'],
  period: 'week',
  scope: { kind: 'service', name: 'checkout' },
  state: 'off',
  reason: 'Nothing could be delivered for days.',
  lastDeliveredAt: null,
  lastProblem: 'The receiver failed (500)',
  lastProblemAt: '2026-01-01T00:00:00.000Z',
  pending: 0,
  givenUp: 3,
  createdAt: '2026-01-01T00:00:00.000Z',
};

async function run(args: readonly string[], env: Record<string, string> = {}, delivered = true) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  const api = await startSimulatedApi(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const [method = '', path = ''] = [request.method, request.url?.split('?', 1)[0]];
    asked.push({ method, path, body: text === '' ? null : JSON.parse(text) });
    if (method === 'DELETE') response.writeHead(204).end();
    else if (method === 'GET') sendJson(response, 200, { items: [subscription], next: null, total: 1 });
    else if (path.endsWith('/test')) {
      sendJson(response, 200, { delivered, problem: delivered ? null : 'The receiver failed (500)', subscription });
    } else sendJson(response, 201, { subscription, secret: 'whsec_once' });
  });
  return { ...(await runProgram(api, ['subscriptions', ...args], { env })), asked };
}

test('the list of subscriptions shows the state of their deliveries', async () => {
  const { out } = await run(['list']);
  for (const word of ['s1', 'checkout', 'off', 'Nothing could be delivered for days.', '3'])
    expect(out).toContain(word);
  expect(JSON.parse((await run(['list', '--json'])).out)).toMatchObject({ total: 1 });
});

test('subscriptions add reads the URL from a file or the environment, and prints the new secret', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'refrain-subscriptions-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'address');
  await writeFile(file, 'https://example.com/hook\n');
  const added = await run(['add', 'webhook', '--address-file', file, '--event', 'pattern_found', '--service', 'cart']);
  expect(added.asked[0]?.body).toEqual({
    kind: 'webhook',
    address: 'https://example.com/hook',
    period: null,
    events: ['pattern_found'],
    scope: { kind: 'service', name: 'cart' },
  });
  expect(added.out).toContain('whsec_once');
  const env = { REFRAIN_SUBSCRIPTION_ADDRESS: 'https://example.com/slack' };
  const slack = await run(['add', 'slack', '--period', 'week'], env);
  expect(slack.asked[0]?.body).toMatchObject({ address: 'https://example.com/slack', scope: { kind: 'organisation' } });
  await expect(run(['add', 'slack'])).rejects.toMatchObject({ code: 'invalid_input' });
});

test('subscriptions test exits with 1 if the message is refused, and subscriptions remove takes an id', async () => {
  expect(await run(['test', 's1'])).toMatchObject({ exitCode: 0, out: 'The message was delivered.\n' });
  expect(await run(['test', 's1'], {}, false)).toMatchObject({ exitCode: 1, out: 'The receiver failed (500)\n' });
  expect((await run(['remove', 'a/b'])).asked).toMatchObject([{ method: 'DELETE', path: '/v1/subscriptions/a%2Fb' }]);
});
