import { providers } from '@refrain/connectors';
import { defaultConnectionScope } from '@refrain/domain';
import type { PagerDutyEmulator } from '@refrain/emulators';
import { expectDocumentedExchanges } from '@refrain/emulators/testing';
import { expect, it } from 'vitest';
import { neverAborted } from '../pull-all-pages.ts';
import {
  createPagerDutyIncidentWorld,
  createSamplePagerDutyWorld,
  startEmulatedPagerDutyAccount,
  token,
} from './emulated-account.ts';
import { startRecordingReceiver } from './recording-receiver.ts';

const wanted = { url: 'http://127.0.0.1:9/hook', secret: null, id: null, hasReceived: false };
const oneIncident = () => createPagerDutyIncidentWorld(1, () => '2026-10-01T10:00:00Z');

it('a new webhook subscription returns its secret once; after the secret is stored, Refrain sends pings until a delivery arrives', async () => {
  const { emulator, open } = await startEmulatedPagerDutyAccount(oneIncident());
  const receiver = await startRecordingReceiver();
  const made = await open().ensureWebhook({ ...wanted, url: receiver.url }, neverAborted);
  expect(made).toEqual({ id: expect.any(String), state: 'silent', problem: null, secret: expect.any(String) });
  await emulator.settled();
  expect(receiver.received).toEqual([]);

  const again = { ...wanted, url: receiver.url, id: made.id };
  expect(await open().ensureWebhook(again, neverAborted)).toEqual({ ...made, secret: null });
  await receiver.waitFor(1);
  const [delivery] = receiver.received;
  expect(delivery && (await providers.receiveWebhook('pagerduty', delivery, [made.secret ?? '']))).toMatchObject([
    { type: 'pagerduty.event.pagey.ping' },
  ]);
  expect(await open().ensureWebhook({ ...again, hasReceived: true }, neverAborted)).toMatchObject({ state: 'active' });
  await emulator.settled();
  expect(receiver.received).toHaveLength(1);
  await receiver.close();
});

it('requesting a new secret creates a new subscription, deletes the former one once the secret is stored, and loses no event', async () => {
  const { emulator, open } = await startEmulatedPagerDutyAccount(oneIncident());
  const receiver = await startRecordingReceiver();
  const here = { ...wanted, url: receiver.url };
  const former = await open().ensureWebhook(here, neverAborted);
  const request = { ...here, id: former.id, isSecretDue: true };
  await open().ensureWebhook(request, neverAborted); // the result is ignored, as if the response was lost
  const made = await open().ensureWebhook(request, neverAborted);
  expect(made).toEqual({ id: expect.any(String), state: 'silent', problem: null, secret: expect.any(String) });
  expect([made.id, made.secret]).not.toContainEqual(expect.toBeOneOf([former.id, former.secret]));

  await emulator.openIncident({ title: 'Delivered by both', service: 'queue' });
  await receiver.waitFor(2);
  const secrets = [made.secret ?? '', former.secret ?? ''];
  const records = await Promise.all(
    receiver.received.map((one) => providers.receiveWebhook('pagerduty', one, secrets)),
  );
  expect(new Set(receiver.received.map(({ headers }) => headers['x-webhook-id'])).size).toBe(2);
  expect(new Set(records.flat().map(({ deliveryKey }) => deliveryKey)).size).toBe(1);

  expect(await open().ensureWebhook({ ...here, id: made.id }, neverAborted)).toEqual({ ...made, secret: null });
  await receiver.waitFor(3);
  await emulator.openIncident({ title: 'Delivered by the new one', service: 'queue' });
  await emulator.settled();
  expect(receiver.received.slice(2).map(({ headers }) => headers['x-webhook-subscription'])).toEqual([
    made.id,
    made.id,
  ]);
  expect(await filtersIn(emulator)).toHaveLength(1);
  await receiver.close();
});

it('a new webhook URL creates a new subscription, and no subscription remains at a former URL', async () => {
  const { emulator, open } = await startEmulatedPagerDutyAccount(oneIncident());
  const at = (origin: string) => ({ ...wanted, url: `${origin}/webhooks/pagerduty/c1/key` });
  await open().ensureWebhook({ ...wanted, url: 'http://127.0.0.1:9/webhooks/pagerduty/c2/another' }, neverAborted);
  let { id } = await open().ensureWebhook(at('http://127.0.0.1:9'), neverAborted);
  for (const origin of ['http://127.0.0.1:10/refrain', 'http://127.0.0.1:9']) {
    const made = await open().ensureWebhook({ ...at(origin), id, hasReceived: true }, neverAborted);
    expect(made).toEqual({ id: expect.any(String), state: 'silent', problem: null, secret: expect.any(String) });
    expect(made.id).not.toBe(id);
    // The former subscription still receives events, because the new secret is not stored yet.
    expect(await filtersIn(emulator)).toHaveLength(3);
    ({ id } = await open().ensureWebhook({ ...at(origin), id: made.id }, neverAborted));
    expect(id).toBe(made.id);
    expect(await filtersIn(emulator)).toHaveLength(2);
  }
});

it('Refrain enables a disabled subscription, whose state is then `silent` until its next delivery', async () => {
  const { emulator, open } = await startEmulatedPagerDutyAccount(oneIncident());
  const receiver = await startRecordingReceiver((before) => (before < 3 ? 404 : 202));
  const { id } = await open().ensureWebhook({ ...wanted, url: receiver.url }, neverAborted);
  for (const title of ['a', 'b', 'c', 'd']) await emulator.openIncident({ title, service: 'queue' });
  await emulator.settled();
  expect(receiver.received).toHaveLength(3);

  const again = { ...wanted, url: receiver.url, id, hasReceived: true };
  const on = { id, state: 'silent', problem: null, secret: null };
  expect(await open().ensureWebhook(again, neverAborted)).toEqual({ ...on, resetsReceived: true });
  expect(await open().ensureWebhook({ ...again, hasReceived: false }, neverAborted)).toEqual(on);
  await receiver.waitFor(4);
  await emulator.openIncident({ title: 'e', service: 'queue' });
  await emulator.settled();
  expect(receiver.received).toHaveLength(5);
  await receiver.close();
});

it('a webhook subscription covers the only service in scope, or the account if the scope has several services', async () => {
  const world = createSamplePagerDutyWorld();
  const { emulator, open } = await startEmulatedPagerDutyAccount(world);
  const [service] = world.services;
  const scope = { ...defaultConnectionScope, services: [service?.name ?? ''] };
  const made = await open({ scope }).ensureWebhook(wanted, neverAborted);
  expect(await filtersIn(emulator)).toEqual([{ type: 'service_reference', id: service?.id }]);
  await open().ensureWebhook({ ...wanted, id: made.id, hasReceived: true }, neverAborted);
  expect(await filtersIn(emulator)).toEqual([{ type: 'account_reference' }]);
  expectDocumentedExchanges(emulator.requests());
});

async function filtersIn({ url }: PagerDutyEmulator): Promise<object[]> {
  const answer = await fetch(`${url}/webhook_subscriptions`, { headers: { authorization: `Token token=${token}` } });
  const { webhook_subscriptions: all } = (await answer.json()) as { webhook_subscriptions: { filter: object }[] };
  return all.map(({ filter }) => filter);
}
