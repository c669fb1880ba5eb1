import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { startWebhookReceiver } from '../testing/receiver.ts';
import { type EmulatorResponse, requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const day = 86_400_000;
let emulator: GitHubEmulator;
let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
let late = 0;
let answers: number[] = [];
beforeEach(async () => {
  late = 0;
  answers = [];
  receiver = await startWebhookReceiver(answers);
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't', now: () => Date.now() + late });
});
afterEach(async () => {
  await emulator.close();
  await receiver.close();
});

const call = <T = Record<string, unknown>>(path: string, method = 'GET', body?: unknown) =>
  requestJson<T>(emulator.url + path, { authorization: 'Bearer t' }, method, body);
interface Delivery {
  readonly id: number;
  readonly guid: string;
  readonly event: string;
  readonly redelivery: boolean;
  readonly status_code: number;
}
async function createHook(owner: string): Promise<string> {
  const config = { url: receiver.url, content_type: 'json', secret: 'first' };
  const { body } = await call<{ id: number }>(`${owner}/hooks`, 'POST', { name: 'web', config, events: ['push'] });
  await emulator.settled();
  return `${owner}/hooks/${body.id}`;
}
const deliveriesOf = async (hook: string, query = '') => (await call<Delivery[]>(`${hook}/deliveries${query}`)).body;

it.each(['/orgs/acme', '/repos/acme/shop'])(
  'a webhook of %s can be changed, pinged and deleted, and its deliveries can be repeated',
  async (owner) => {
    const hook = await createHook(owner);
    await call(hook, 'PATCH', { add_events: ['issues'], active: false });
    expect((await call(hook)).body).toMatchObject({ events: ['push', 'issues'], active: false });
    await call(`${hook}/config`, 'PATCH', { secret: 'second' });
    expect((await call(`${hook}/config`)).body).toMatchObject({ url: receiver.url, secret: '********' });
    expect((await call(`${hook}/pings`, 'POST')).status).toBe(204);
    await emulator.settled();
    const [latest] = await deliveriesOf(hook);
    expect((await call(`${hook}/deliveries/${latest?.id}`)).body).toMatchObject({
      guid: latest?.guid,
      request: { headers: { 'x-github-event': 'ping' }, payload: { hook_id: expect.any(Number) } },
    });
    expect((await call(`${hook}/deliveries/${latest?.id}/attempts`, 'POST')).status).toBe(202);
    expect((await call(`${hook}`, 'DELETE')).status).toBe(204);
    expect((await call(hook)).status).toBe(404);
    expectDocumentedExchanges(emulator.requests());
  },
);

it('a new webhook config without a secret removes the secret, as on GitHub', async () => {
  const hook = await createHook('/repos/acme/shop');
  await call(hook, 'PATCH', { config: { url: receiver.url, content_type: 'json' } });
  await emulator.act.pushCommit({ repository: 'shop', message: 'Unsigned' });
  expect(receiver.received.at(-1)?.headers['x-hub-signature-256']).toBeUndefined();
});

it('the emulator lists failed deliveries, and redelivers with the same guid and the current secret', async () => {
  const hook = await createHook('/repos/acme/shop');
  answers.push(500);
  await emulator.act.pushCommit({ repository: 'shop', message: 'Lost' });
  await emulator.act.pushCommit({ repository: 'shop', message: 'Arrived' });
  const [failed, ...others] = await deliveriesOf(hook, '?status=failure');
  expect([failed?.status_code, others]).toEqual([500, []]);
  await call(`${hook}/config`, 'PATCH', { secret: 'second' });
  await call(`${hook}/deliveries/${failed?.id}/attempts`, 'POST');
  await emulator.settled();
  const last = receiver.received.at(-1);
  const text = last?.body ?? '';
  expect(JSON.parse(text)).toMatchObject({ head_commit: { message: 'Lost' } });
  const signature = createHmac('sha256', 'second').update(text).digest('hex');
  expect(last?.headers['x-hub-signature-256']).toBe(`sha256=${signature}`);
  const attempts = (await deliveriesOf(hook)).filter(({ guid }) => guid === failed?.guid);
  expect(attempts.map(({ redelivery, status_code }) => [redelivery, status_code])).toEqual([
    [true, 200],
    [false, 500],
  ]);
});

it('the emulator paginates deliveries by a cursor, newest first', async () => {
  const hook = await createHook('/orgs/acme');
  for (const message of ['a', 'b', 'c', 'd']) await emulator.act.pushCommit({ repository: 'shop', message });
  const seen: number[] = [];
  let next: string | undefined = `${hook}/deliveries?per_page=2`;
  while (next !== undefined) {
    const page: EmulatorResponse<Delivery[]> = await call(next);
    seen.push(...page.body.map(({ id }) => id));
    next = /<([^>]+)>; rel="next"/u.exec(page.headers.get('link') ?? '')?.[1]?.replace(emulator.url, '');
  }
  expect(seen).toHaveLength(5);
  expect(seen).toEqual([...seen].sort((a, b) => b - a));
  expect((await call(`${hook}/deliveries?cursor=nonsense`)).status).toBe(422);
});

it('the emulator gives up on a slow webhook receiver and does not retry', async () => {
  const silent = await startWebhookReceiver([0, 0]);
  onTestFinished(() => silent.close());
  const hasty = await startGitHubEmulator({ world: createSmallWorld().github, token: 't', webhookTimeoutMs: 50 });
  const config = { url: silent.url, content_type: 'json' };
  const url = `${hasty.url}/orgs/acme/hooks`;
  await requestJson(url, { authorization: 'Bearer t' }, 'POST', { name: 'web', config, events: ['push'] });
  await hasty.settled();
  await hasty.act.pushCommit({ repository: 'shop', message: 'Slow' });
  await hasty.settled();
  expect(hasty.deliveries().map(({ event, status }) => [event, status])).toEqual([
    ['ping', null],
    ['push', null],
  ]);
  await hasty.close();
});

it('the emulator removes a delivery after three days', async () => {
  const hook = await createHook('/orgs/acme');
  const [ping] = await deliveriesOf(hook);
  late = 3 * day - 60_000;
  expect(await deliveriesOf(hook)).toHaveLength(1);
  late = 3 * day + 60_000;
  expect(await deliveriesOf(hook)).toEqual([]);
  expect((await call(`${hook}/deliveries/${ping?.id}/attempts`, 'POST')).status).toBe(404);
});

it("the emulator sends an App the events of its installation's repositories", async () => {
  const app = await emulator.act.installApp({
    permissions: { contents: 'read', actions: 'read', issues: 'read' },
    events: ['push', 'workflow_run'],
    webhookUrl: receiver.url,
    repositories: ['shop'],
  });
  await emulator.act.pushCommit({ repository: 'search', message: 'Elsewhere' });
  await emulator.act.runFinished({ repository: 'shop', conclusion: 'failure' });
  await emulator.act.issueOpened({ repository: 'shop', title: 'Not wanted' });
  emulator.act.setAppWebhook({ appId: app.appId, events: ['issues'] });
  await emulator.act.issueOpened({ repository: 'shop', title: 'Wanted' });
  await emulator.act.pushCommit({ repository: 'shop', message: 'Not wanted any more' });
  await emulator.act.uninstall(app);
  await emulator.act.pushCommit({ repository: 'shop', message: 'Too late' });
  await emulator.settled();
  expect(receiver.received.map(({ headers, body }) => [headers['x-github-event'], JSON.parse(body).action])).toEqual([
    ['installation', 'created'],
    ['workflow_run', 'completed'],
    ['issues', 'opened'],
    ['installation', 'deleted'],
  ]);
  for (const { headers, body } of receiver.received) {
    expect(JSON.parse(body).installation.id).toBe(app.installationId);
    expect(headers['x-github-hook-installation-target-type']).toBe('integration');
    const signature = createHmac('sha256', app.webhookSecret ?? '')
      .update(body)
      .digest('hex');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${signature}`);
  }
});
