import { createHmac } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { createVirtualClock } from '../http/clock.ts';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { startWebhookReceiver } from '../testing/receiver.ts';
import { requestJson } from '../testing/request-json.ts';
import { startPagerDutyEmulator } from './start-pagerduty-emulator.ts';
import type { WebhookTiming } from './webhooks.ts';

const authorised = { authorization: 'Token token=t' };
const hour = 3_600_000;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

interface Subscription {
  webhook_subscription: { id: string; delivery_method: { secret: string; temporarily_disabled: boolean } };
}
const events = ['triggered', 'acknowledged', 'resolved', 'reopened', 'annotated', 'priority_updated'];

async function start(answer: (body: string) => number, timing: WebhookTiming = {}) {
  const clock = createVirtualClock(Date.parse('2026-03-20T00:00:00Z'));
  const receiver = await startWebhookReceiver([], answer);
  const emulator = await startPagerDutyEmulator({ world: createSmallWorld().pagerduty, token: 't', clock, ...timing });
  closing.push(emulator.close, receiver.close);
  const url = `${emulator.url}/webhook_subscriptions`;
  const made = await requestJson<Subscription>(url, authorised, 'POST', {
    webhook_subscription: {
      type: 'webhook_subscription',
      events: events.map((name) => `incident.${name}`),
      filter: { type: 'account_reference' },
      delivery_method: { type: 'http_delivery_method', url: receiver.url },
    },
  });
  const { id, delivery_method } = made.body.webhook_subscription;
  const received = () =>
    receiver.received.map(({ body }) => {
      const { event } = JSON.parse(body);
      return `${event.event_type.replace('incident.', '')} ${event.data.title ?? ''}`.trim();
    });
  const isDisabled = async () =>
    (await requestJson<Subscription>(`${url}/${id}`, authorised)).body.webhook_subscription.delivery_method
      .temporarily_disabled;
  return { clock, emulator, receiver, received, isDisabled, secret: delivery_method.secret, one: `${url}/${id}` };
}

it('while an event waits for a retry, later events of the same incident wait too, but events of other incidents do not', async () => {
  let isDown = true;
  const { clock, emulator, received } = await start((body) => (isDown && body.includes('"first"') ? 503 : 200));
  const { id } = await emulator.openIncident({ title: 'first', service: 'shop' });
  await emulator.acknowledgeIncident({ id });
  await emulator.resolveIncident({ id });
  await emulator.openIncident({ title: 'second', service: 'shop' });
  expect(received()).toEqual(['triggered first', 'triggered second']);
  expect(emulator.countWaiting()).toBe(3);
  isDown = false;
  await clock.advance(1_000);
  expect(received().slice(2)).toEqual(['triggered first', 'acknowledged first', 'resolved first']);
  expect(emulator.countWaiting()).toBe(0);
});

it('an event is retried for 48 hours and then dropped', async () => {
  const { clock, emulator } = await start(() => 500);
  await emulator.openIncident({ title: 'first', service: 'shop' });
  await clock.advance(47 * hour);
  expect(emulator.countWaiting()).toBe(1);
  const tries = emulator.deliveries().length;
  expect(new Set(emulator.deliveries().map(({ webhookId }) => webhookId)).size).toBe(1);
  await clock.advance(2 * hour);
  expect(emulator.countWaiting()).toBe(0);
  expect(emulator.deliveries().length).toBeGreaterThan(tries);
  await clock.advance(48 * hour);
  expect(emulator.deliveries().length).toBeLessThan(tries + 10);
});

it('an event is retried if the receiver responds too late or is unreachable', async () => {
  const late = await start(() => 0, { timeoutMs: 50 });
  await late.emulator.openIncident({ title: 'first', service: 'shop' });
  expect(late.emulator.deliveries()).toMatchObject([{ status: null }]);
  expect(late.emulator.countWaiting()).toBe(1);
  await late.receiver.close();
  await late.clock.advance(1_000);
  expect(late.emulator.deliveries()).toMatchObject([{ status: null }, { status: null }]);
});

it('a subscription is disabled for a day after three consecutive dropped events, and its pending events are dropped too', async () => {
  let status = 503;
  const { clock, emulator, received, isDisabled } = await start((body) => (body.includes('stuck') ? 503 : status));
  const stuck = await emulator.openIncident({ title: 'stuck', service: 'shop' });
  await emulator.acknowledgeIncident({ id: stuck.id });
  status = 404;
  await emulator.openIncident({ title: 'a', service: 'shop' });
  await emulator.openIncident({ title: 'b', service: 'shop' });
  status = 200;
  await emulator.openIncident({ title: 'accepted', service: 'shop' });
  expect(await isDisabled()).toBe(false);
  status = 404;
  for (const title of ['c', 'd', 'e']) await emulator.openIncident({ title, service: 'shop' });
  expect(await isDisabled()).toBe(true);
  status = 200;
  await emulator.openIncident({ title: 'unheard', service: 'shop' });
  await clock.advance(23 * hour);
  expect(emulator.countWaiting()).toBe(0);
  expect(received().slice(-1)).toEqual(['triggered e']);
  await clock.advance(hour);
  expect(await isDisabled()).toBe(false);
  await emulator.openIncident({ title: 'heard', service: 'shop' });
  expect(received().slice(-1)).toEqual(['triggered heard']);
});

it('a disabled subscription is enabled immediately on request', async () => {
  const { emulator, received, isDisabled, one } = await start((body) => (body.includes('bad') ? 400 : 200));
  for (let at = 0; at < 3; at += 1) await emulator.openIncident({ title: 'bad', service: 'shop' });
  expect(await isDisabled()).toBe(true);
  expect((await requestJson(`${one}/enable`, authorised, 'POST')).status).toBe(200);
  await emulator.openIncident({ title: 'good', service: 'shop' });
  expect(received().slice(-1)).toEqual(['triggered good']);
});

it('a subscription receives a ping on request', async () => {
  const { emulator, receiver, one } = await start(() => 200);
  expect((await requestJson(`${one}/ping`, authorised, 'POST')).status).toBe(202);
  await emulator.settled();
  expect(receiver.received.map(({ body }) => JSON.parse(body).event)).toMatchObject([
    { event_type: 'pagey.ping', resource_type: 'pagey', data: { type: 'ping' } },
  ]);
});

it('for a day after a secret was rotated, deliveries are also signed with the former secret', async () => {
  const { clock, emulator, receiver, secret, one } = await start(() => 200);
  const { secret: second } = emulator.rotateSecret({ id: one.split('/').at(-1) ?? '' });
  await emulator.openIncident({ title: 'first', service: 'shop' });
  await clock.advance(24 * hour);
  await emulator.openIncident({ title: 'second', service: 'shop' });
  const signed = (body: string, ...secrets: string[]) =>
    secrets.map((key) => `v1=${createHmac('sha256', key).update(body).digest('hex')}`).join(',');
  const [both, later] = receiver.received;
  expect(both?.headers['x-pagerduty-signature']).toBe(signed(both?.body ?? '', second, secret));
  expect(later?.headers['x-pagerduty-signature']).toBe(signed(later?.body ?? '', second));
});

it('a long note is trimmed, and an event whose note is far too long is dropped', async () => {
  const { emulator, receiver } = await start(() => 200);
  for (const length of [1_000, 60_000, 300_000])
    await emulator.addNote({ id: 'PINC1', content: 'é'.repeat(length / 2) });
  const notes = receiver.received.map(({ body }) => JSON.parse(body).event.data);
  expect(notes.map(({ trimmed }) => trimmed)).toEqual([false, true]);
  expect(Buffer.byteLength(receiver.received[1]?.body ?? '')).toBeLessThanOrEqual(55 * 1024);
  expect(notes[1].content).toMatch(/^é+$/u);
});

it('a deleted or inactive subscription receives nothing', async () => {
  const { clock, emulator, received, one } = await start(() => 503);
  await emulator.openIncident({ title: 'first', service: 'shop' });
  await requestJson(one, authorised, 'PUT', { webhook_subscription: { active: false } });
  await emulator.openIncident({ title: 'second', service: 'shop' });
  expect((await requestJson(one, authorised, 'DELETE')).status).toBe(204);
  await clock.advance(48 * hour);
  expect(received()).toEqual(['triggered first']);
  expect(emulator.countWaiting()).toBe(0);
});

it('despite injected faults, the emulator delivers every event at least once, except events with the fault `lost`', async () => {
  let asked = 0;
  const { clock, emulator, receiver } = await start(() => {
    asked += 1;
    return asked % 20 === 0 ? 503 : 200;
  });
  const plan = { unreachable: 0.1, duplicated: 0.1, reordered: 0.1, delayed: 0.1, delayMs: 30_000 };
  const run = async (count: number): Promise<number> => {
    receiver.received.length = 0;
    for (let at = 0; at < count; at += 1) {
      // A delayed webhook completes only after the virtual clock has advanced.
      void emulator.openIncident({ title: 'x', service: 'shop' }).then(({ id }) => emulator.resolveIncident({ id }));
      await clock.advance(10_000);
    }
    await clock.advance(hour);
    expect(emulator.countWaiting()).toBe(0);
    return new Set(receiver.received.map(({ headers }) => headers['x-webhook-id'])).size;
  };
  emulator.setFaults({ seed: 5, webhooks: plan });
  expect(await run(60)).toBe(120);
  const { duplicated, reordered, delayed, unreachable } = emulator.faultReport();
  expect(Math.min(duplicated, reordered, delayed, unreachable)).toBeGreaterThan(0);
  emulator.setFaults({ seed: 6, webhooks: { lost: 0.2 } });
  const arrived = await run(60);
  expect(arrived).toBeLessThan(120);
  expect(arrived).toBeGreaterThanOrEqual(120 - emulator.faultReport().lost);
});
