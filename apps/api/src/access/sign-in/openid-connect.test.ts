import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { initialAdminId, type Role } from '@refrain/domain';
import { afterAll, expect, test } from 'vitest';
import { defineCookie, sessionCookie } from '../../http/authentication/cookie.ts';
import { startApiUnderTest } from '../../testing/api-under-test.ts';
import { createBrowserUnderTest } from '../../testing/browser-under-test.ts';
import { startIdentityProviderUnderTest } from './identity-provider-under-test.ts';
import { createOpenIdSignIn } from './openid-connect.ts';

const client = { clientId: 'refrain', clientSecret: 'canary-client-secret' };
const publicUrl = await findFreeUrl();
const provider = await startIdentityProviderUnderTest({
  ...client,
  redirectUri: `${publicUrl}/sign-in-with/oidc/back`,
});
afterAll(() => provider.close());

const settings = {
  ...client,
  issuer: provider.issuer,
  name: 'Acme',
  scope: 'openid profile email groups',
  roleClaim: 'groups',
  roles: { 'platform-team': 'admin', triagers: 'triager' },
  newRole: null as Role | null,
} as const;
const api = await startApiUnderTest({ publicUrl, signInProviders: [createOpenIdSignIn(settings)] });

function createAccount() {
  const sub = randomUUID();
  const email = `${sub}@acme.example`;
  return { sub, name: 'Ann Archer', email, email_verified: true, groups: ['platform-team'] };
}
const listUsers = async (email: string | null, name = 'Ann Archer') =>
  (await api.store.access.listUsers()).filter(
    (user) => user.signInMethod === 'oidc' && user.email === email && user.name === name,
  );

/** Replaces the public URL by the URL at which the app listens. */
const here = (address: string) => address.replace(publicUrl, api.url);
const start = `${api.url}/sign-in-with/oidc`;
const sessionName = sessionCookie.nameAt(publicUrl);
const signingInName = defineCookie('refrain_signing_in', 1).nameAt(publicUrl);

/** Signs in at the provider, and returns the browser with the URL to which the provider redirected it. */
async function signInAtProvider(account: ReturnType<typeof createAccount>, to = '/') {
  provider.account = account;
  const browser = createBrowserUnderTest();
  const back = await browser.visit(`${start}?to=${encodeURIComponent(to)}`, { until: publicUrl });
  return { browser, back: here(back.address) };
}
const sessionOf = async (browser: ReturnType<typeof createBrowserUnderTest>) => {
  const cookie = `${sessionName}=${browser.cookiesOf(api.url).get(sessionName)}`;
  return (await fetch(`${api.url}/v1/session`, { headers: { cookie } })).json();
};

test('removes invisible characters from a user name of the provider, and ignores a name without visible characters', async () => {
  const [cleaned, unnamed] = [createAccount(), createAccount()];
  await signInAtProvider({ ...cleaned, name: '\u202eAnn\u200b\nArcher' }).then(({ browser, back }) =>
    browser.visit(back),
  );
  await signInAtProvider({ ...unnamed, name: '\u200b' }).then(({ browser, back }) => browser.visit(back));
  expect(await listUsers(cleaned.email, 'Ann Archer')).toHaveLength(1);
  expect(await listUsers(unnamed.email, unnamed.email)).toHaveLength(1);
});

test('lists the identity providers for the sign-in page', async () => {
  const response = await fetch(`${api.url}/v1/sign-in-methods`);
  expect(await response.json()).toEqual({
    allowsLinks: true,
    items: [{ way: 'oidc', name: 'Acme', url: '/sign-in-with/oidc' }],
  });
});

test('signs a person in with the role of the provider’s claim and redirects to the requested page', async () => {
  const account = createAccount();
  const { browser, back } = await signInAtProvider(account, '/patterns?state=rising');
  const page = await browser.visit(back, { until: `${api.url}/patterns` });
  expect(page.address).toBe(`${api.url}/patterns?state=rising`);
  expect(await sessionOf(browser)).toMatchObject({ user: { name: 'Ann Archer', role: 'admin' } });
  expect(await listUsers(account.email)).toMatchObject([{ name: 'Ann Archer', role: 'admin' }]);
});

test('a session that began through an identity provider ends within a day and cannot create a sign-in link', async () => {
  const account = createAccount();
  const { browser, back } = await signInAtProvider(account);
  await browser.visit(back, { until: `${api.url}/` });
  const cookie = `${sessionName}=${browser.cookiesOf(api.url).get(sessionName)}`;
  const init = { method: 'POST', headers: { cookie, origin: publicUrl } };
  expect((await fetch(`${api.url}/v1/sign-in-links`, init)).status).toBe(403);
  const body = JSON.stringify({ name: 'for good' });
  const headers = { ...init.headers, 'content-type': 'application/json' };
  expect((await fetch(`${api.url}/v1/tokens`, { ...init, headers, body })).status).toBe(201);
  expect(
    await api.query(`select expires_at < now() + interval '91 days' as ends from api_token where name = 'for good'`),
  ).toMatchObject([{ ends: 't' }]);
  const [own] = await listUsers(account.email);
  const { secret } = await api.store.access.createSignInLink(60_000, own?.id ?? '');
  expect(await api.store.access.useSignInLink(secret, 60_000)).toBeNull();
  const ends = `select max(expires_at) < now() + interval '25 hours' as soon from session where user_id <> 'local'`;
  expect(await api.query(ends)).toMatchObject([{ soon: 't' }]);
});

test('a second sign-in of a person updates the name, email address and role of the same user', async () => {
  const account = createAccount();
  const first = await signInAtProvider(account);
  await first.browser.visit(first.back, { until: `${api.url}/` });
  const [user] = await listUsers(account.email);
  const changed = { ...account, name: `Ann ${account.sub}`, groups: ['triagers'], email_verified: false };
  const { browser, back } = await signInAtProvider(changed);
  await browser.visit(back, { until: `${api.url}/` });
  expect(await listUsers(account.email)).toEqual([]);
  expect(await listUsers(null, changed.name)).toMatchObject([{ id: user?.id, role: 'triager' }]);
});

test('shows an error page to a person without a role at the provider', async () => {
  const { browser, back } = await signInAtProvider({ ...createAccount(), groups: ['cooks'] });
  const page = await browser.visit(back);
  expect(page.status).toBe(403);
  expect(page.text).toContain('You may not use Refrain');
  expect(browser.cookiesOf(api.url).has(sessionName)).toBe(false);
});

test('signing in through a provider ends the previous session of the browser', async () => {
  const { browser, back } = await signInAtProvider(createAccount());
  const { secret } = await api.store.access.createSession(60_000, initialAdminId);
  browser.cookiesOf(api.url).set(sessionName, secret);
  await browser.visit(back, { until: `${api.url}/` });
  expect(await api.store.access.findSession(secret)).toBeNull();
  expect(await sessionOf(browser)).toMatchObject({ user: { role: 'admin' } });
});

test('accepts the redirect from the provider once, and only in the browser that began the sign-in', async () => {
  const { browser, back } = await signInAtProvider(createAccount());
  const other = createBrowserUnderTest();
  expect(await other.visit(back)).toMatchObject({ status: 409 });
  const remembered = browser.cookiesOf(api.url).get(signingInName) ?? '';
  await browser.visit(back, { until: `${api.url}/` });
  expect(browser.cookiesOf(api.url).has(signingInName)).toBe(false);
  other.cookiesOf(api.url).set(signingInName, remembered);
  const again = await other.visit(back);
  expect(again.status).toBe(409);
  expect(again.text).toContain('used before');
  expect(other.cookiesOf(api.url).has(sessionName)).toBe(false);
});

test('rejects an ID token with the nonce of another sign-in', async () => {
  const { browser, back } = await signInAtProvider(createAccount());
  const remembered = browser.cookiesOf(api.url).get(signingInName) ?? '';
  const begun = JSON.parse(Buffer.from(remembered, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...begun, nonce: 'another' })).toString('base64url');
  browser.cookiesOf(api.url).set(signingInName, changed);
  expect(await browser.visit(back)).toMatchObject({ status: 502 });
  expect(browser.cookiesOf(api.url).has(sessionName)).toBe(false);
});

test('rejects an authorization code with a wrong PKCE verifier', async () => {
  const { browser, back } = await signInAtProvider(createAccount());
  const remembered = browser.cookiesOf(api.url).get(signingInName) ?? '';
  const begun = JSON.parse(Buffer.from(remembered, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...begun, verifier: 'v'.repeat(43) })).toString('base64url');
  browser.cookiesOf(api.url).set(signingInName, changed);
  expect(await browser.visit(back)).toMatchObject({ status: 409 });
});

test.each([
  '/sign-in/somebodys-link',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\r\nx: y',
  '',
])('redirects to the start page after a sign-in instead of to %j', async (to) => {
  const { browser, back } = await signInAtProvider(createAccount(), to);
  expect((await browser.visit(back, { until: `${api.url}/` })).address).toBe(`${api.url}/`);
});

test('the error after a sign-in was cancelled at the provider does not contain the provider’s text', async () => {
  const { browser, back } = await signInAtProvider(createAccount());
  const address = new URL(back);
  address.searchParams.delete('code');
  address.searchParams.set('error', 'access_denied');
  address.searchParams.set('error_description', '<script>canary</script>');
  const page = await browser.visit(address.href);
  expect(page).toMatchObject({ status: 403 });
  expect(page.text).toContain('denied the sign-in');
  expect(page.text).not.toContain('canary');
});

test('reports an unavailable provider and a rejected client secret without showing the secret', async () => {
  provider.account = createAccount();
  const away = await startApiUnderTest({
    signInProviders: [createOpenIdSignIn({ ...settings, issuer: 'http://127.0.0.1:9' })],
  });
  const page = await createBrowserUnderTest().visit(`${away.url}/sign-in-with/oidc`);
  expect(page).toMatchObject({ status: 502 });
  expect(page.text).toContain('Acme does not respond');

  const wrong = await startApiUnderTest({
    publicUrl,
    signInProviders: [createOpenIdSignIn({ ...settings, clientSecret: 'canary-wrong' })],
  });
  const browser = createBrowserUnderTest();
  const back = await browser.visit(`${wrong.url}/sign-in-with/oidc`, { until: publicUrl });
  const refused = await browser.visit(back.address.replace(publicUrl, wrong.url));
  expect(refused.status).toBe(500);
  expect(refused.text).toContain('REFRAIN_OIDC_CLIENT_SECRET');
  expect(refused.text + JSON.stringify(wrong.errors)).not.toContain('canary');
});

test('returns 404 for an identity provider that is not configured', async () => {
  expect(await createBrowserUnderTest().visit(`${api.url}/sign-in-with/github`)).toMatchObject({ status: 404 });
});

async function findFreeUrl(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}
