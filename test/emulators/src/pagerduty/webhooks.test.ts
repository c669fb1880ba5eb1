import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { startWebhookReceiver } from '../testing/receiver.ts';
import { requestJson } from '../testing/request-json.ts';
import { startPagerDutyEmulator } from './start-pagerduty-emulator.ts';

const authorised = { authorization: 'Token token=t' };
const closing: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Subscription {
  webhook_subscription: { id: string; delivery_method: { secret: string; temporarily_disabled: boolean } };
}

async function start(statuses: number[], stateFile?: string) {
  const receiver = await startWebhookReceiver(statuses);
  const world = createSmallWorld().pagerduty;
  const emulator = await startPagerDutyEmulator({
    world,
    token: 't',
    retryDelaysMs: [5, 5],
    ...(stateFile ? { stateFile } : {}),
  });
  closing.push(emulator.close, receiver.close);
  const wanted = {
    type: 'webhook_subscription',
    events: ['incident.triggered', 'incident.resolved'],
    filter: { type: 'service_reference', id: 'PSHOP' },
    delivery_method: { type: 'http_delivery_method', url: receiver.url },
  };
  const url = `${emulator.url}/webhook_subscriptions`;
  const made = await requestJson<Subscription>(url, authorised, 'POST', { webhook_subscription: wanted });
  const { id, delivery_method } = made.body.webhook_subscription;
  return { receiver, emulator, id, secret: delivery_method.secret, url };
}

it('a subscription receives signed v3 events of an incident from start to end', async () => {
  const { receiver, emulator, secret } = await start([]);
  const { id } = await emulator.openIncident({ title: 'Search is slow', service: 'shop' });
  await emulator.acknowledgeIncident({ id });
  await emulator.resolveIncident({ id });
  const events = receiver.received.map(({ body }) => JSON.parse(body).event);
  expect(events).toMatchObject([
    {
      event_type: 'incident.triggered',
      resource_type: 'incident',
      data: { id, status: 'triggered', service: { id: 'PSHOP' } },
    },
    { event_type: 'incident.resolved', data: { id, status: 'resolved' } },
  ]);
  for (const { headers, body } of receiver.received) {
    expect(headers['x-pagerduty-signature']).toBe(`v1=${createHmac('sha256', secret).update(body).digest('hex')}`);
  }
  expect((await requestJson(`${emulator.url}/incidents/${id}`, authorised)).body).toMatchObject({
    incident: { status: 'resolved' },
  });
});

it('a delivery is retried after 5xx and 429 with the same X-Webhook-Id until it is accepted', async () => {
  const { receiver, emulator } = await start([500, 429]);
  await emulator.openIncident({ title: 'x', service: 'PSHOP' });
  await emulator.settled();
  expect(emulator.deliveries().map(({ status }) => status)).toEqual([500, 429, 200]);
  expect(new Set(receiver.received.map(({ headers }) => headers['x-webhook-id'])).size).toBe(1);
});

it('a subscription is disabled after three deliveries refused with 4xx, and can be enabled again', async () => {
  const { emulator, id, url } = await start([400, 404, 410]);
  for (const title of ['a', 'b', 'c', 'd']) await emulator.openIncident({ title, service: 'shop' });
  await emulator.settled();
  expect(emulator.deliveries().map(({ status }) => status)).toEqual([400, 404, 410]);
  const disabled = await requestJson<Subscription>(`${url}/${id}`, authorised);
  expect(disabled.body.webhook_subscription.delivery_method.temporarily_disabled).toBe(true);
  await requestJson(`${url}/${id}/enable`, authorised, 'POST');
  await emulator.openIncident({ title: 'e', service: 'shop' });
  expect(emulator.deliveries().at(-1)?.status).toBe(200);
});

it("a subscription's secret is shown only at its creation", async () => {
  const { id, url, secret } = await start([]);
  expect(secret.length).toBeGreaterThan(30);
  expect(JSON.stringify((await requestJson(`${url}/${id}`, authorised)).body)).not.toContain(secret);
});

it('another process can perform actions through the control routes of the PagerDuty emulator, and the state file stores the results', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'emulator-'));
  closing.push(() => rmSync(folder, { recursive: true }));
  const stateFile = join(folder, 'pagerduty.json');
  const first = await start([], stateFile);
  const act = (path: string, body?: unknown) =>
    requestJson<{ id: string; number: number }>(`${first.emulator.url}/_emulator${path}`, {}, 'POST', body);
  const opened = await act('/incidents', { title: 'From outside', service: 'shop' });
  expect((await act(`/incidents/${opened.body.id}/resolve`)).status).toBe(200);
  expect((await act(`/incidents/${opened.body.id}/resolve`)).status).toBe(409);
  expect((await act('/incidents', { title: 'x', service: 'nowhere' })).status).toBe(404);
  expect((await act('/incidents', {})).status).toBe(400);

  const second = await startPagerDutyEmulator({ world: createSmallWorld().pagerduty, token: 't', stateFile });
  closing.push(second.close);
  const found = await requestJson(`${second.url}/incidents/${opened.body.number}`, authorised);
  expect(found.body).toMatchObject({ incident: { title: 'From outside', status: 'resolved' } });
  expect((await requestJson(`${second.url}/webhook_subscriptions/${first.id}`, authorised)).status).toBe(200);
});
