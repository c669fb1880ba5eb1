import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { GitHubAppResponse, GitHubAppStartResponse, initialAdminId } from '@refrain/domain';
import { expect, test } from 'vitest';
import { startApiUnderTest } from '../../testing/api-under-test.ts';
import { startProviderUnderTest } from '../../testing/provider-under-test.ts';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2_048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});
const api = await startApiUnderTest();
const permissions = {
  contents: 'read',
  pull_requests: 'read',
  deployments: 'read',
  actions: 'read',
  checks: 'write',
  issues: 'write',
};
const installation = { id: 9, account: { login: 'Acme' }, repository_selection: 'all', permissions };

/** Starts a GitHub server with a unique URL, so that each test has its own connections. */
async function openGitHub() {
  const github = await startProviderUnderTest({
    '/app/installations': [installation],
    'POST /app/installations/9/access_tokens': {
      token: 'ghs_1',
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      permissions,
    },
    '/installation/repositories': { total_count: 1, repositories: [{ id: 1, full_name: 'Acme/api' }] },
  });
  const conversion = {
    id: 7,
    slug: 'refrain-acme',
    name: 'Refrain',
    owner: { login: 'Acme' },
    pem: privateKey,
    webhook_secret: 'made by GitHub',
    client_id: 'Iv1',
    html_url: `${github.url}/github-apps/refrain-acme`,
  };
  github.responses['POST /app-manifests/good/conversions'] = conversion;

  async function begin(fields: object = {}): Promise<GitHubAppStartResponse> {
    const wanted = { account: 'acme', baseUrl: github.url, ...fields };
    const { status, body } = await api.ask('POST', '/v1/github-apps', wanted);
    expect([status, body]).toEqual([201, expect.anything()]);
    return GitHubAppStartResponse.parse(body);
  }
  return { ...github, conversion, begin };
}
const progress = async (state: string) =>
  GitHubAppResponse.parse((await api.ask('GET', `/v1/github-apps/${state}`)).body);

async function open(address: string) {
  const response = await fetch(address, { redirect: 'manual' });
  return {
    status: response.status,
    location: response.headers.get('location'),
    policy: response.headers.get('content-security-policy') ?? '',
    headers: response.headers,
    html: await response.text(),
  };
}
const installed = (state: string, id = 9) =>
  open(`${api.url}/connect/github/installed?state=${state}&installation_id=${id}&setup_action=install`);

test('creates, installs and connects a GitHub App, and each step can be repeated', async () => {
  const { begin, ...github } = await openGitHub();
  const { state, url } = await begin({ scope: { repositories: ['acme/*'] } });
  expect(state).toMatch(/^[\w-]{32}$/u);
  expect(await progress(state)).toEqual({ state: 'waiting', connection: null });
  const form = await open(url);
  expect(form.html).toContain(`action="${github.url}/organizations/acme/settings/apps/new?state=${state}"`);

  const made = await open(`${url}/created?code=good&state=${state}`);
  const toInstall = `${github.url}/github-apps/refrain-acme/installations/new?state=${state}`;
  expect([made.status, made.location]).toEqual([303, toInstall]);
  expect(await progress(state)).toEqual({ state: 'created', connection: null });
  // GitHub accepts the code only once, but a browser may load the page again.
  delete github.responses['POST /app-manifests/good/conversions'];
  expect((await open(`${url}/created?code=good&state=${state}`)).location).toBe(toInstall);

  const done = await installed(state);
  expect(done.html).toContain('Acme is connected');
  // The webhook has not been verified yet.
  expect(done.html).not.toContain('sends events immediately');
  const { connection } = await progress(state);
  expect(connection).toMatchObject({ account: 'Acme', baseUrl: github.url, scope: { repositories: ['acme/*'] } });
  const id = connection?.id ?? '';
  expect(JSON.parse((await api.store.connections.readCredential(id)) ?? '')).toEqual({
    kind: 'github_app',
    appId: 7,
    clientId: 'Iv1',
    privateKey,
    slug: 'refrain-acme',
    installationId: 9,
  });
  expect(await api.store.connections.readWebhookSecret(id)).toBe('made by GitHub');
  // The registration no longer contains the private key.
  expect((await api.store.connections.findAppRegistration(state))?.app).toBeNull();
  for (const again of [await installed(state), await open(url), await open(`${url}/created?code=x`)]) {
    expect([again.status, again.html]).toEqual([200, expect.stringContaining('Acme is connected')]);
  }
  await api.store.connections.setWebhook(id, { state: 'active' });
  expect((await open(url)).html).toContain('GitHub sends events immediately');
});

test('generates a webhook secret for a GitHub App without a webhook', async () => {
  const { begin, conversion, responses } = await openGitHub();
  responses['POST /app-manifests/good/conversions'] = { ...conversion, webhook_secret: null };
  const { state, url } = await begin();
  await open(`${url}/created?code=good`);
  expect((await installed(state)).status).toBe(200);
  const { connection } = await progress(state);
  expect(await api.store.connections.readWebhookSecret(connection?.id ?? '')).not.toBeNull();
});

test('an interrupted GitHub App setup resumes at the same URL', async () => {
  const { begin, responses } = await openGitHub();
  const { state, url } = await begin();
  await open(`${url}/created?code=good`);
  responses['/app/installations'] = [];
  expect((await open(url)).location).toContain('/installations/new?state=');
  responses['/app/installations'] = [installation];
  expect((await open(url)).html).toContain('Acme is connected');
  expect((await progress(state)).state).toBe('connected');
});

test('the manifest form leads to the right page for a personal account and for GitHub Enterprise Server', async () => {
  const { begin, ...github } = await openGitHub();
  const personal = await open((await begin({ account: 'alice', personal: true })).url);
  expect(personal.html).toContain(`action="${github.url}/settings/apps/new?state=`);
  const { url } = await begin({ baseUrl: 'https://ghe.example/api/v3/' });
  const enterprise = await open(url);
  expect(enterprise.html).toContain('action="https://ghe.example/organizations/acme/settings/apps/new?state=');
  expect(enterprise.policy).toContain('form-action https://ghe.example');
  // GitHub Enterprise Server cannot reach this machine, so the page asks a person to confirm an App without a webhook.
  expect(enterprise.html).not.toContain('hook_attributes');
  expect(enterprise.html).toContain('REFRAIN_PUBLIC_URL');
  expect(enterprise.html).not.toContain('<script');
  expect(personal.html).not.toContain('REFRAIN_PUBLIC_URL');
});

test.each([
  ['an unknown state', () => open(`${api.url}/connect/github/${'x'.repeat(32)}`), 404, 'Start the setup again'],
  ['an unknown state after the installation', () => installed('nothing'), 404, 'Start the setup again'],
  ['no state', () => open(`${api.url}/connect/github/installed?installation_id=9`), 400, 'Open the URL that'],
  [
    'a code that GitHub does not know',
    async () => open(`${(await (await openGitHub()).begin()).url}/created?code=bad`),
    409,
    'may have been used before. Reopen the URL',
  ],
  ['no code', async () => open(`${(await (await openGitHub()).begin()).url}/created`), 400, 'code'],
  [
    'no created GitHub App',
    async () => installed((await (await openGitHub()).begin()).state),
    409,
    'The GitHub App has not been created yet',
  ],
])('a GitHub App setup page for a request with %s says what to do', async (_what, go, status, named) => {
  const before = await api.store.connections.list();
  const page = await go();
  expect([page.status, page.html]).toEqual([status, expect.stringContaining(named)]);
  expect(page.headers.get('content-type')).toContain('text/html');
  expect(await api.store.connections.list()).toEqual(before);
});

test('a GitHub App setup expires after an hour', async () => {
  const state = randomUUID();
  const expiresAt = new Date(Date.now() - 1).toISOString();
  const wanted = { account: 'acme', personal: false, baseUrl: 'https://api.github.com', scope: null };
  await api.store.connections.beginAppRegistration({ state, wanted, expiresAt, userId: initialAdminId, tokenId: null });
  expect((await open(`${api.url}/connect/github/${state}`)).html).toContain('older than an hour');
  expect(await api.ask('GET', `/v1/github-apps/${state}`)).toMatchObject({
    status: 404,
    body: { detail: 'This setup of a GitHub App is unknown, or older than an hour. Start again.' },
  });
});

test('rejects an installation of another GitHub App or in another account', async () => {
  const { begin } = await openGitHub();
  const { state, url } = await begin({ account: 'other' });
  await open(`${url}/created?code=good`);
  const foreign = await installed(state, 12_345);
  expect([foreign.status, foreign.html]).toEqual([
    409,
    expect.stringContaining('not an installation of the GitHub App refrain-acme'),
  ]);
  const elsewhere = await installed(state);
  expect([elsewhere.status, elsewhere.html]).toEqual([
    409,
    expect.stringContaining('installed on Acme instead of other'),
  ]);
  const asked = await open(`${api.url}/connect/github/installed?state=${state}&setup_action=request`);
  expect([asked.status, asked.html]).toEqual([
    409,
    expect.stringContaining('An owner of other has to approve the GitHub App'),
  ]);
  expect((await progress(state)).state).toBe('created');
});

test('a GitHub App setup page escapes text from GitHub, loads no resources, and cannot be cached or framed', async () => {
  const { begin, ...github } = await openGitHub();
  github.responses['/app/installations'] = [{ ...installation, account: { login: '<img src=x onerror=alert(1)>' } }];
  const { state, url } = await begin();
  const form = await open(url);
  const [, nonce = ''] = /script-src 'nonce-([^']+)'/u.exec(form.policy) ?? [];
  expect(form.policy).toBe(
    `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; script-src 'nonce-${nonce}'; form-action ${github.url}`,
  );
  expect(form.html.match(/<script/gu)).toHaveLength(1);
  expect(form.html).toContain(`<script nonce="${nonce}">`);
  expect((await open(url)).policy).not.toContain(nonce);
  await open(`${url}/created?code=good`);
  const hostile = await installed(state);
  expect(hostile.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(hostile.html).not.toContain('<img');
  expect(hostile.policy).toContain("default-src 'none'");
  expect(hostile.policy).toContain("form-action 'none'");
  expect(hostile.policy).not.toContain('script-src');
  for (const { headers } of [form, hostile]) {
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('starting a GitHub App setup requires a sign-in and a valid account name', async () => {
  const anonymous = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
  expect((await fetch(`${api.url}/v1/github-apps`, anonymous)).status).toBe(401);
  expect((await fetch(`${api.url}/v1/github-apps/x`)).status).toBe(401);
  for (const account of ['../evil', 'a"><script>', '-acme', 'a'.repeat(40)]) {
    const refused = await api.ask('POST', '/v1/github-apps', { account });
    expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
  }
});

test('each GitHub App setup has a unique state', async () => {
  const { begin } = await openGitHub();
  const states = await Promise.all(Array.from({ length: 20 }, async () => (await begin()).state));
  expect(new Set(states).size).toBe(20);
});
