import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { expect, onTestFinished, test } from 'vitest';
import { startApiUnderTest } from '../testing/api-under-test.ts';

const api = await startApiUnderTest();
/** A URL at which nothing listens. */
const address = 'http://127.0.0.1:9/services/s3cret';

/** Starts a receiver that responds to each message with `status`. */
async function startReceiver(status: number) {
  const received: { headers: Record<string, string>; text: string }[] = [];
  const receiver = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    received.push({ headers: request.headers as Record<string, string>, text });
    response.writeHead(status).end('s3cret answer');
  });
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  onTestFinished(() => void receiver.close());
  return { address: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/services/s3cret`, received };
}

interface Subscribed {
  readonly subscription: Record<string, unknown> & { readonly id: string };
  readonly secret: string | null;
}

async function subscribe(body: Record<string, unknown>): Promise<Subscribed> {
  const answer = await api.ask('POST', '/v1/subscriptions', { address, ...body });
  expect(answer.status).toBe(201);
  return answer.body as unknown as Subscribed;
}

const sendTest = async (id: string) => (await api.ask('POST', `/v1/subscriptions/${id}/test`)).body;

test('signs the test message of a webhook with the secret, which is shown only once', async () => {
  const receiver = await startReceiver(200);
  const { subscription, secret } = await subscribe({ kind: 'webhook', address: receiver.address });
  expect(secret).toMatch(/^whsec_/u);
  expect(await sendTest(subscription.id)).toMatchObject({ delivered: true, problem: null });
  const { text, headers } = receiver.received.at(-1) ?? { text: '', headers: {} };
  expect(new Webhook(secret ?? '').verify(text, headers)).toMatchObject({ type: 'test' });
  expect(() => new Webhook(secret ?? '').verify(`${text} `, headers)).toThrow('No matching signature');
  expect(JSON.stringify((await api.ask('GET', '/v1/subscriptions')).body)).not.toContain(secret);
});

test('stores the team of a subscription in its known spelling, and rejects an unknown team', async () => {
  await api.store.catalogue.replaceFile(
    { drafts: [], dependencies: [], owners: [{ repository: 'acme/web', path: null, teams: ['acme/Web'] }] },
    'acme/web:CODEOWNERS',
    false,
  );
  const { subscription } = await subscribe({ kind: 'slack', scope: { kind: 'team', name: 'ACME/web' } });
  expect(subscription.scope).toEqual({ kind: 'team', name: 'acme/Web' });
  const wanted = { kind: 'slack', address, scope: { kind: 'team', name: 'acme/nobody' } };
  expect((await api.ask('POST', '/v1/subscriptions', wanted)).body).toMatchObject({
    code: 'invalid_input',
    detail: expect.stringMatching(/acme\/nobody.*acme\/Web/u),
  });
});

test('does not show the URL of a Slack subscription or the text of Slack’s response', async () => {
  const receiver = await startReceiver(404);
  const { subscription, secret } = await subscribe({ kind: 'slack', address: receiver.address });
  expect([secret, subscription.address]).toEqual([null, `${new URL(receiver.address).origin}/…`]);
  const failed = await sendTest(subscription.id);
  expect(failed).toMatchObject({ delivered: false, problem: expect.stringContaining('404') });
  const { body } = await api.ask('GET', '/v1/subscriptions');
  const listed = (body.items as { id: string }[]).find(({ id }) => id === subscription.id);
  expect(listed).toMatchObject({ lastProblem: failed.problem });
  expect(JSON.stringify([failed, listed])).not.toContain('s3cret');
  expect(JSON.parse(receiver.received.at(-1)?.text ?? '')).toMatchObject({ text: expect.stringContaining('Refrain') });
});

test('returns 404 for a removed subscription', async () => {
  const { subscription } = await subscribe({ kind: 'slack', events: ['pattern_rising'] });
  const path = `/v1/subscriptions/${subscription.id}`;
  expect((await api.ask('DELETE', path)).status).toBe(204);
  expect((await api.ask('DELETE', path)).status).toBe(404);
  expect((await api.ask('POST', `${path}/test`)).status).toBe(404);
});

test.each([
  { kind: 'slack', address: 'http://hooks.slack.com/services/s3cret' },
  { kind: 'slack', address, events: ['report_written'] },
  { kind: 'webhook', address, events: [] },
  { kind: 'webhook', address, event: ['pattern_found'] },
  { kind: 'mail', address },
])('rejects the subscription %j without showing its URL', async (body) => {
  const { status: refused, body: problem } = await api.ask('POST', '/v1/subscriptions', body);
  expect([refused, JSON.stringify(problem)]).toEqual([400, expect.not.stringContaining('s3cret')]);
});

test('rejects a receiver on this machine unless REFRAIN_PRIVATE_NETWORKS allows it', async () => {
  const strict = await startApiUnderTest({ privateNetworks: [] });
  expect((await strict.ask('POST', '/v1/subscriptions', { kind: 'webhook', address })).body).toMatchObject({
    detail: expect.stringContaining('REFRAIN_PRIVATE_NETWORKS'),
  });
});
