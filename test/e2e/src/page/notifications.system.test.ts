import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Subscription } from '@refrain/domain';
import { afterAll, afterEach, expect, test } from 'vitest';
import { visitDemo } from './visit-demo.ts';

const { demo, page, open, glance, look, takeTroubles } = await visitDemo();
const dialog = page.getByRole('dialog');

/** What the receiver was sent, and what it answers. */
const taken: { headers: IncomingHttpHeaders; body: string }[] = [];
let status = 200;
const receiver = createServer(async (request, response) => {
  taken.push({ headers: request.headers, body: await text(request) });
  response.writeHead(status).end();
}).listen(0, '127.0.0.1');
await once(receiver, 'listening');
afterAll(() => void receiver.close());
const origin = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
const address = `${origin}/told`;
/** What follows in an address may be a secret. */
const shown = `${origin}/…`;

const subscriptions = async () => (await demo.ask<{ items: Subscription[] }>('GET', '/v1/subscriptions')).items;
const subscribe = (body: object) => demo.ask('POST', '/v1/subscriptions', { address, ...body });
const card = (name: string) => page.getByRole('article').filter({ hasText: name });

afterEach(async () => {
  for (const { id } of await subscriptions()) await demo.ask('DELETE', `/v1/subscriptions/${id}`);
});

test('a program is told: its secret is shown once and verifies the test message', async () => {
  await open('/settings/notifications');
  await page.getByText('Nobody is told yet.').waitFor();
  await page.getByRole('button', { name: 'Tell somebody …' }).click();
  await dialog.getByRole('radio', { name: 'A program' }).check();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(address);
  await dialog.getByRole('checkbox', { name: 'Reports' }).uncheck();
  await dialog.getByRole('radio', { name: 'One service' }).check();
  await dialog.getByRole('combobox', { name: 'Service' }).fill('Checkout');
  await page.keyboard.press('Enter');
  const made = page.getByRole('status').filter({ hasText: 'The secret of the webhook' }).getByRole('code');
  const secret = (await made.textContent()) ?? '';
  const events = ['digest_written', 'pattern_found', 'pattern_rising', 'pattern_returned'];
  expect(await subscriptions()).toMatchObject([
    { kind: 'webhook', address: shown, events, scope: { kind: 'service', name: 'Checkout' } },
  ]);
  await card(shown).getByRole('button', { name: 'Send a test message' }).click();
  await card(shown).getByText('The test message was taken').waitFor();
  const { headers, body } = taken.at(-1) ?? { headers: {}, body: '' };
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
  await look('settings-notifications');
  await page.getByRole('button', { name: 'Hide it' }).click();
  await page.reload();
  await card(shown).waitFor();
  expect(await page.getByText(secret).count()).toBe(0);
});

test('a channel of Slack is told of weeks only; its address is never shown again', async () => {
  await open('/settings/notifications');
  await page.getByRole('button', { name: 'Tell somebody …' }).click();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(`${address}/s3cret`);
  await dialog.getByRole('combobox', { name: 'Digests of' }).selectOption('weeks only');
  await dialog.getByRole('checkbox', { name: 'Returned patterns' }).check();
  await glance('settings-notifications-new');
  await dialog.getByRole('button', { name: 'Tell it' }).click();
  const slack = card('Slack: ');
  await slack.getByText('Is told of digests of weeks only, returned patterns, for the organisation.').waitFor();
  expect(await subscriptions()).toMatchObject([
    { kind: 'slack', period: 'week', events: ['digest_written', 'pattern_returned'] },
  ]);
  expect(await page.getByText('s3cret').count()).toBe(0);
  await slack.getByRole('button', { name: 'Send a test message' }).click();
  await slack.getByText('The test message was taken').waitFor();
  expect(JSON.parse(taken.at(-1)?.body ?? '')).toHaveProperty('text');
});

test('what is refused says so where it was entered', async () => {
  await open('/settings/notifications');
  await page.getByRole('button', { name: 'Tell somebody …' }).click();
  await dialog.getByRole('radio', { name: 'A program' }).check();
  await dialog.getByRole('textbox', { name: 'Address' }).fill('http://example.com/refrain');
  await dialog.getByRole('button', { name: 'Tell it' }).click();
  await dialog.getByText('Has to be https.').waitFor();
  await dialog.getByRole('textbox', { name: 'Address' }).fill(address);
  await dialog.getByRole('radio', { name: 'One service' }).check();
  await dialog.getByRole('combobox', { name: 'Service' }).fill('Chekout');
  await dialog.getByRole('button', { name: 'Tell it' }).click();
  await dialog.getByText('No service is called Chekout.').waitFor();
  expect(await page.evaluate('document.activeElement.value')).toBe('Chekout');
  await glance('settings-notifications-refused');
  expect(takeTroubles()).toEqual(['400 /v1/subscriptions', '400 /v1/subscriptions']);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  expect(await subscriptions()).toEqual([]);
});

test('a message that is not taken says why', async () => {
  await subscribe({ kind: 'webhook' });
  await open('/settings/notifications');
  status = 500;
  await card(shown).getByRole('button', { name: 'Send a test message' }).click();
  await card(shown).getByText('The test message was not taken').waitFor();
  status = 200;
  expect((await subscriptions())[0]?.lastProblem).toContain('500');
  await glance('settings-notifications-failed');
  await page.reload();
  await card(shown).getByText('The last time it did not work').waitFor();
});

test('it is told nothing more, once that is confirmed; what somebody else removed meanwhile says so', async () => {
  await subscribe({ kind: 'webhook' });
  await open('/settings/notifications');
  await page.getByRole('button', { name: `Remove ${shown}` }).click();
  await glance('settings-notifications-remove');
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText(`${shown} is told nothing more.`).waitFor();
  await page.getByText('Nobody is told yet.').waitFor();
  expect(await subscriptions()).toEqual([]);

  await subscribe({ kind: 'webhook' });
  await page.reload();
  await page.getByRole('button', { name: `Remove ${shown}` }).click();
  const [other] = await subscriptions();
  await demo.ask('DELETE', `/v1/subscriptions/${other?.id}`);
  await dialog.getByRole('button', { name: 'Remove', exact: true }).click();
  await page.getByText(`Somebody else has removed ${shown} already.`).waitFor();
  expect(takeTroubles()).toEqual([`404 /v1/subscriptions/${other?.id}`]);
  await page.getByText('Nobody is told yet.').waitFor();
});
