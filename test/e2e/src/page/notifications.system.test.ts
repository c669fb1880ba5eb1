import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Subscription } from '@refrain/domain';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, open, inspectElement, inspect, takeProblems } = await openDemoPage();
const dialog = page.getByRole('dialog');

interface Receiver {
  readonly address: string;
  /** The URL as the page displays it: without its path, which may be a secret. */
  readonly shown: string;
  readonly received: readonly { readonly headers: IncomingHttpHeaders; readonly body: string }[];
}

async function startReceiver(status = 200): Promise<Receiver> {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await text(request) });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address: `${origin}/hook`, shown: `${origin}/…`, received };
}

const listSubscriptions = async () => (await demo.ask<{ items: Subscription[] }>('GET', '/v1/subscriptions')).items;
const card = (name: string) => page.getByRole('article').filter({ hasText: name });

afterEach(async () => {
  for (const { id } of await listSubscriptions()) await demo.ask('DELETE', `/v1/subscriptions/${id}`);
});

test('a new webhook shows its secret once, and the secret verifies the signature of a test message', async () => {
  const { address, shown, received } = await startReceiver();
  await open('/settings/notifications');
  await page.getByText('No notifications yet').waitFor();
  await page.getByRole('button', { name: 'Add notification' }).click();
  await dialog.getByRole('radio', { name: 'Webhook' }).check();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(address);
  await dialog.getByRole('checkbox', { name: 'Reports' }).uncheck();
  await dialog.getByRole('radio', { name: 'One service' }).check();
  await dialog.getByRole('combobox', { name: 'Service' }).fill('Checkout');
  await page.keyboard.press('Enter');
  const made = page.getByRole('status').filter({ hasText: 'Webhook secret' }).getByRole('code');
  const secret = (await made.textContent()) ?? '';
  const events = ['digest_written', 'pattern_found', 'pattern_rising', 'pattern_returned'];
  expect(await listSubscriptions()).toMatchObject([
    { kind: 'webhook', address: shown, events, scope: { kind: 'service', name: 'Checkout' } },
  ]);
  await card(shown).getByRole('button', { name: 'Send test message' }).click();
  await card(shown).getByText('Test message delivered').waitFor();
  const { headers, body } = received.at(-1) ?? { headers: {}, body: '' };
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  await inspect('settings-notifications');
  await page.getByRole('button', { name: 'Hide it' }).click();
  await page.reload();
  await card(shown).waitFor();
  expect(await page.getByText(secret).count()).toBe(0);
});

test('a Slack channel can subscribe to weekly digests, and its URL is not shown again', async () => {
  const { address, received } = await startReceiver();
  await open('/settings/notifications');
  await page.getByRole('button', { name: 'Add notification' }).click();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(`${address}/s3cret`);
  await dialog.getByRole('combobox', { name: 'Digests' }).selectOption('weekly only');
  await dialog.getByRole('checkbox', { name: 'Returned patterns' }).check();
  await inspectElement('settings-notifications-new');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const slack = card('Slack: ');
  await slack.getByText('Receives digests (weekly only), returned patterns, for the organisation.').waitFor();
  expect(await listSubscriptions()).toMatchObject([
    { kind: 'slack', period: 'week', events: ['digest_written', 'pattern_returned'] },
  ]);
  expect(await page.getByText('s3cret').count()).toBe(0);
  await slack.getByRole('button', { name: 'Send test message' }).click();
  await slack.getByText('Test message delivered').waitFor();
  expect(JSON.parse(received.at(-1)?.body ?? '')).toHaveProperty('text');
});

test('an invalid subscription is reported at its fields', async () => {
  const { address } = await startReceiver();
  await open('/settings/notifications');
  await page.getByRole('button', { name: 'Add notification' }).click();
  await dialog.getByRole('radio', { name: 'Webhook' }).check();
  await dialog.getByRole('textbox', { name: 'Address' }).fill('http://example.com/refrain');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('Has to be https.').waitFor();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(address);
  await dialog.getByRole('radio', { name: 'One service' }).check();
  await dialog.getByRole('combobox', { name: 'Service' }).fill('Chekout');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByText('No service is called Chekout.').waitFor();
  expect(await page.evaluate('document.activeElement.value')).toBe('Chekout');
  await inspectElement('settings-notifications-refused');
  expect(takeProblems()).toEqual(['400 /v1/subscriptions', '400 /v1/subscriptions']);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await listSubscriptions()).toEqual([]);
});

test('a refused test message shows the reason', async () => {
  const { address, shown } = await startReceiver(500);
  await demo.ask('POST', '/v1/subscriptions', { address, kind: 'webhook' });
  await open('/settings/notifications');
  await card(shown).getByRole('button', { name: 'Send test message' }).click();
  await card(shown).getByText('Test message not delivered').waitFor();
  expect((await listSubscriptions())[0]?.lastProblem).toContain('500');
  await inspectElement('settings-notifications-failed');
  await page.reload();
  await card(shown).getByText('Details of the last failure').waitFor();
});

test('removing a subscription requires a confirmation, and says so if somebody else has already removed it', async () => {
  const { address, shown } = await startReceiver();
  await demo.ask('POST', '/v1/subscriptions', { address, kind: 'webhook' });
  await open('/settings/notifications');
  await page.getByRole('button', { name: `Remove ${shown}` }).click();
  await inspectElement('settings-notifications-remove');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText(`${shown} no longer receives events.`).waitFor();
  await page.getByText('No notifications yet').waitFor();
  expect(await listSubscriptions()).toEqual([]);

  await demo.ask('POST', '/v1/subscriptions', { address, kind: 'webhook' });
  await page.reload();
  await page.getByRole('button', { name: `Remove ${shown}` }).click();
  const [other] = await listSubscriptions();
  await demo.ask('DELETE', `/v1/subscriptions/${other?.id}`);
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText(`Another user has already removed ${shown}.`).waitFor();
  expect(takeProblems()).toEqual([`404 /v1/subscriptions/${other?.id}`]);
  await page.getByText('No notifications yet').waitFor();
});
