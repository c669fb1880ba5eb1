import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { afterAll, expect, test } from 'vitest';
import { startApiUnderTest } from '../api-under-test.ts';

const api = await startApiUnderTest();
const taken: { headers: Record<string, string>; text: string }[] = [];
let status = 200;
const receiver = createServer(async (request, response) => {
  let text = '';
  for await (const chunk of request) text += chunk;
  taken.push({ headers: request.headers as Record<string, string>, text });
  response.writeHead(status).end('s3cret answer');
});
await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
afterAll(() => void receiver.close());
const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/services/s3cret`;

interface Subscribed {
  readonly subscription: Record<string, unknown> & { readonly id: string };
  readonly secret: string | null;
}

async function subscribe(body: Record<string, unknown>): Promise<Subscribed> {
  const answer = await api.ask('POST', '/v1/subscriptions', { address, ...body });
  expect(answer.status).toBe(201);
  return answer.body as unknown as Subscribed;
}

const testOf = async (id: string) => (await api.ask('POST', `/v1/subscriptions/${id}/test`)).body;

test('a webhook is tested with a signature that its secret, which is shown once, verifies', async () => {
  const { subscription, secret } = await subscribe({ kind: 'webhook' });
  expect(secret).toMatch(/^whsec_/u);
  expect(await testOf(subscription.id)).toMatchObject({ delivered: true, problem: null });
  const { text, headers } = taken.at(-1) ?? { text: '', headers: {} };
  expect(new Webhook(secret ?? '').verify(text, headers)).toMatchObject({ type: 'test' });
  expect(() => new Webhook(secret ?? '').verify(`${text} `, headers)).toThrow('No matching signature');
  expect(JSON.stringify((await api.ask('GET', '/v1/subscriptions')).body)).not.toContain(secret);
});

test('whose events they are is stored as the owner spells it, and refused where nobody is called so', async () => {
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

test("Slack's address is a secret, and so is what it answers", async () => {
  const { subscription, secret } = await subscribe({ kind: 'slack' });
  expect([secret, subscription.address]).toEqual([null, `${new URL(address).origin}/…`]);
  status = 404;
  const failed = await testOf(subscription.id);
  status = 200;
  expect(failed).toMatchObject({ delivered: false, problem: expect.stringContaining('404') });
  const { body } = await api.ask('GET', '/v1/subscriptions');
  expect(body.items).toContainEqual(expect.objectContaining({ id: subscription.id, lastProblem: failed.problem }));
  expect(JSON.stringify([failed, (body.items as unknown[]).at(-1)])).not.toContain('s3cret');
  expect(JSON.parse(taken.at(-1)?.text ?? '')).toMatchObject({ text: expect.stringContaining('Refrain') });
});

test('what is removed is gone', async () => {
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
])('%j is refused, and not repeated', async (body) => {
  const { status: refused, body: problem } = await api.ask('POST', '/v1/subscriptions', body);
  expect([refused, JSON.stringify(problem)]).toEqual([400, expect.not.stringContaining('s3cret')]);
});

test('this machine is refused unless a setting allows it', async () => {
  const strict = await startApiUnderTest({ privateNetworks: [] });
  expect((await strict.ask('POST', '/v1/subscriptions', { kind: 'webhook', address })).body).toMatchObject({
    detail: expect.stringContaining('REFRAIN_PRIVATE_NETWORKS'),
  });
});
