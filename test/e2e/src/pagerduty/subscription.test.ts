import { receiveWebhook } from '@refrain/connectors';
import { defaultScope } from '@refrain/domain';
import { assertConforms, hasSpecs, type PagerDutyEmulator } from '@refrain/emulators';
import { expect, it } from 'vitest';
import { sampleWorld, signal, startAccount, token, worldOf } from './emulated-account.ts';
import { startReceiver } from './receiver.ts';

const wanted = { url: 'http://127.0.0.1:9/hook', secret: null, id: null, heard: false };
const oneIncident = () => worldOf(1, () => '2026-10-01T10:00:00Z');

it('tells its secret once, and is pinged when that is kept, until it is heard', async () => {
  const { emulator, open } = await startAccount(oneIncident());
  const receiver = await startReceiver();
  const made = await open().ensureWebhook({ ...wanted, url: receiver.url }, signal);
  expect(made).toEqual({ id: expect.any(String), state: 'silent', problem: null, secret: expect.any(String) });
  await emulator.settled();
  expect(receiver.received).toEqual([]);

  const again = { ...wanted, url: receiver.url, id: made.id };
  expect(await open().ensureWebhook(again, signal)).toEqual({ ...made, secret: null });
  await receiver.waitFor(1);
  const [delivery] = receiver.received;
  expect(delivery && (await receiveWebhook('pagerduty', delivery, [made.secret ?? '']))).toMatchObject([
    { type: 'pagerduty.event.pagey.ping' },
  ]);
  expect(await open().ensureWebhook({ ...again, heard: true }, signal)).toMatchObject({ state: 'active' });
  await emulator.settled();
  expect(receiver.received).toHaveLength(1);
  await receiver.close();
});

it('is turned on again after PagerDuty turned it off', async () => {
  const { emulator, open } = await startAccount(oneIncident());
  const receiver = await startReceiver((before) => (before < 3 ? 404 : 202));
  const { id } = await open().ensureWebhook({ ...wanted, url: receiver.url }, signal);
  for (const title of ['a', 'b', 'c', 'd']) await emulator.openIncident({ title, service: 'queue' });
  await emulator.settled();
  expect(receiver.received).toHaveLength(3);

  const again = { ...wanted, url: receiver.url, id, heard: true };
  expect(await open().ensureWebhook(again, signal)).toEqual({ id, state: 'active', problem: null, secret: null });
  await emulator.openIncident({ title: 'e', service: 'queue' });
  expect(receiver.received).toHaveLength(4);
  await receiver.close();
});

it('is for the one service that the scope leaves, and for the account where it leaves more', async () => {
  const world = sampleWorld();
  const { emulator, open } = await startAccount(world);
  const [service] = world.services;
  const scope = { ...defaultScope, services: [service?.name ?? ''] };
  const made = await open({ scope }).ensureWebhook(wanted, signal);
  expect(await filtersIn(emulator)).toEqual([{ type: 'service_reference', id: service?.id }]);
  await open().ensureWebhook({ ...wanted, id: made.id, heard: true }, signal);
  expect(await filtersIn(emulator)).toEqual([{ type: 'account_reference' }]);
  if (hasSpecs() || process.env.CI) assertConforms(emulator.requests());
});

async function filtersIn({ url }: PagerDutyEmulator): Promise<object[]> {
  const answer = await fetch(`${url}/webhook_subscriptions`, { headers: { authorization: `Token token=${token}` } });
  const { webhook_subscriptions: all } = (await answer.json()) as { webhook_subscriptions: { filter: object }[] };
  return all.map(({ filter }) => filter);
}
