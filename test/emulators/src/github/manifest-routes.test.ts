import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { startWebhookReceiver } from '../testing/receiver.ts';
import { requestJson } from '../testing/request-json.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const manifest = {
  name: 'Refrain at Acme',
  url: 'https://refrain.example.com',
  redirect_url: 'https://refrain.example.com/made?from=github',
  setup_url: 'https://refrain.example.com/installed',
  default_permissions: { contents: 'read', actions: 'read', issues: 'write' },
  default_events: ['push', 'workflow_run', 'issues'],
};
let emulator: GitHubEmulator;
let receiver: Awaited<ReturnType<typeof startWebhookReceiver>>;
let late = 0;
beforeEach(async () => {
  late = 0;
  receiver = await startWebhookReceiver();
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't', now: () => Date.now() + late });
});
afterEach(async () => {
  await emulator.close();
  await receiver.close();
});

const newApp = '/organizations/acme/settings/apps/new';

async function post(path: string, fields: Record<string, string>) {
  const body = new URLSearchParams(fields);
  const response = await fetch(emulator.url + path, { method: 'POST', body, redirect: 'manual' });
  return { status: response.status, location: response.headers.get('location'), html: await response.text() };
}
async function press(html: string) {
  expect(html.match(/<button/gu)).toHaveLength(1);
  const read = (text: string) =>
    text.replace(/&(?:quot|#39|amp|lt|gt);/gu, (sign) => ({ '&quot;': '"', '&#39;': "'", '&amp;': '&' })[sign] ?? sign);
  const inputs = [...html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/gu)];
  const fields = Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, read(value)]));
  return post(/action="([^"]+)"/u.exec(html)?.[1] ?? '', fields);
}
async function makeApp(changes: object = {}) {
  const page = await post(`${newApp}?state=s%261`, { manifest: JSON.stringify({ ...manifest, ...changes }) });
  return { page, made: await press(page.html) };
}
interface Conversion {
  readonly id: number;
  readonly slug: string;
  readonly pem: string;
  readonly webhook_secret: string | null;
  readonly html_url: string;
}
const convert = (location: string | null) =>
  requestJson<Conversion>(
    `${emulator.url}/app-manifests/${new URL(location ?? '').searchParams.get('code')}/conversions`,
    {},
    'POST',
  );

it('the emulator creates and installs an App from a manifest in two clicks', async () => {
  const { page, made } = await makeApp({ hook_attributes: { url: receiver.url } });
  expect(page.html).toContain('Create GitHub App');
  expect(made.status).toBe(302);
  expect(made.location).toMatch(/^https:\/\/refrain\.example\.com\/made\?from=github&code=[0-9a-f]{40}&state=s%261$/u);
  const { status, body } = await convert(made.location);
  expect(status).toBe(201);
  expect(body).toMatchObject({ slug: 'refrain-at-acme', name: manifest.name, owner: { login: 'acme' } });
  expect(body.pem).toContain('-----BEGIN RSA PRIVATE KEY-----');
  const form = await fetch(`${emulator.url}/apps/${body.slug}/installations/new?state=two`);
  const installed = await press(await form.text());
  expect(installed.location).toMatch(
    /^https:\/\/refrain\.example\.com\/installed\?installation_id=\d+&setup_action=install&state=two$/u,
  );
  await emulator.settled();
  expect(receiver.received.map(({ headers }) => headers['x-github-event'])).toEqual(['ping', 'installation']);
  expect(JSON.parse(receiver.received[1]?.body ?? '')).toMatchObject({
    action: 'created',
    installation: { app_id: body.id, events: manifest.default_events },
  });
  expectDocumentedExchanges(emulator.requests());
});

it.each([
  [true, /setup_action=update$/u],
  [false, /^$/u],
])('with setup_on_update %s, installing an App again redirects to a URL that matches %s', async (wanted, expected) => {
  const { made } = await makeApp({ setup_on_update: wanted });
  const { body } = await convert(made.location);
  const install = async () => press(await (await fetch(`${body.html_url}/installations/new`)).text());
  const [first, second] = [await install(), await install()];
  expect(first.location).toContain('setup_action=install');
  expect(second.location ?? '').toMatch(expected);
});

it('the emulator accepts the code of a created App once, and only within an hour', async () => {
  const first = await makeApp();
  expect((await convert(first.made.location)).body.webhook_secret).toBeNull();
  expect((await convert(first.made.location)).status).toBe(404);
  const second = await makeApp({ name: 'Second' });
  late = 3_600_001;
  expect((await convert(second.made.location)).status).toBe(404);
});

it.each([
  ['an event without its permission', { default_events: ['deployment_status'] }, 'Default events unsupported'],
  ['an event that cannot be chosen', { default_events: ['installation'] }, 'Default events unsupported'],
  ['a permission that is neither read nor write', { default_permissions: { issues: 'all' } }, 'default_permissions'],
  ['a long name', { name: 'x'.repeat(35) }, 'name'],
])('GitHub refuses a manifest with %s', async (_, changes, problem) => {
  const page = await post(newApp, { manifest: JSON.stringify({ ...manifest, ...changes }) });
  expect([page.status, page.html]).toEqual([422, expect.stringContaining(problem)]);
});

it('the emulator refuses a second App with the same name, and serves no pages of other accounts', async () => {
  await makeApp();
  const { made } = await makeApp();
  expect([made.status, made.html]).toEqual([422, expect.stringContaining('already taken')]);
  expect((await post('/organizations/other/settings/apps/new', {})).status).toBe(404);
  expect((await fetch(`${emulator.url}/apps/none/installations/new`)).status).toBe(404);
});
