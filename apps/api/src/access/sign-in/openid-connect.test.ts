import { createServer } from 'node:http';
import { localAdminId, type Role } from '@refrain/domain';
import { afterAll, expect, test } from 'vitest';
import { startApiUnderTest } from '../../api-under-test.ts';
import { defineCookie } from '../own-cookie.ts';
import { sessionCookie } from '../session-cookie.ts';
import { createBrowser } from './browser-under-test.ts';
import { createOpenIdConnect } from './openid-connect.ts';
import { startProviderOfIdentities } from './provider-of-identities.ts';

const client = { clientId: 'refrain', clientSecret: 'canary-client-secret' };
const publicUrl = await findAddress();
const provider = await startProviderOfIdentities({ ...client, redirectUri: `${publicUrl}/sign-in-with/oidc/back` });
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
const api = await startApiUnderTest({ publicUrl, signInProviders: [createOpenIdConnect(settings)] });
const ann = {
  sub: 'a1',
  name: 'Ann Archer',
  email: 'ann@acme.example',
  email_verified: true,
  groups: ['platform-team'],
};

/** The app answers at a port of its own, and calls itself by another: whoever is sent to that is led here. */
const here = (address: string) => address.replace(publicUrl, api.url);
const start = `${api.url}/sign-in-with/oidc`;
const sessionName = sessionCookie.nameAt(publicUrl);
const signingInName = defineCookie('refrain_signing_in', 1).nameAt(publicUrl);

async function goAndComeBack(browser = createBrowser(), to = '/') {
  const back = await browser.visit(`${start}?to=${encodeURIComponent(to)}`, { until: publicUrl });
  return { browser, back: here(back.address) };
}
const sessionOf = async (browser: ReturnType<typeof createBrowser>) => {
  const cookie = `${sessionName}=${browser.cookiesOf(api.url).get(sessionName)}`;
  return (await fetch(`${api.url}/v1/session`, { headers: { cookie } })).json();
};

test('the page is told by what people sign in', async () => {
  const response = await fetch(`${api.url}/v1/sign-in-ways`);
  expect(await response.json()).toEqual({ items: [{ way: 'oidc', name: 'Acme', url: '/sign-in-with/oidc' }] });
});

test('who comes back from the provider is signed in, with the role that it tells, at the page they wanted', async () => {
  provider.account = ann;
  const { browser, back } = await goAndComeBack(createBrowser(), '/patterns?state=rising');
  const page = await browser.visit(back, { until: `${api.url}/patterns` });
  expect(page.address).toBe(`${api.url}/patterns?state=rising`);
  expect(await sessionOf(browser)).toMatchObject({ user: { name: 'Ann Archer', role: 'admin' } });
  const listed = (await api.store.users.list()).filter(({ way }) => way === 'oidc');
  expect(listed).toMatchObject([{ name: 'Ann Archer', email: 'ann@acme.example', role: 'admin' }]);
});

test('whom a provider lets in for a day makes no link that would last longer', async () => {
  provider.account = ann;
  const { browser, back } = await goAndComeBack();
  await browser.visit(back, { until: `${api.url}/` });
  const cookie = `${sessionName}=${browser.cookiesOf(api.url).get(sessionName)}`;
  const asked = { method: 'POST', headers: { cookie, origin: publicUrl } };
  expect((await fetch(`${api.url}/v1/sign-in-links`, asked)).status).toBe(403);
  const body = JSON.stringify({ name: 'for good' });
  const headers = { ...asked.headers, 'content-type': 'application/json' };
  expect((await fetch(`${api.url}/v1/tokens`, { ...asked, headers, body })).status).toBe(201);
  expect(
    await api.query(`select expires_at < now() + interval '91 days' as ends from api_token where name = 'for good'`),
  ).toMatchObject([{ ends: 't' }]);
  const own = (await api.store.users.list()).find(({ way }) => way === 'oidc');
  const { secret } = await api.store.access.createSignInLink(60_000, own?.id ?? '');
  expect(await api.store.access.useSignInLink(secret)).toBeNull();
  const ends = `select max(expires_at) < now() + interval '25 hours' as soon from session where user_id <> 'local'`;
  expect(await api.query(ends)).toMatchObject([{ soon: 't' }]);
});

test('the same person stays one, and has the role that is told now', async () => {
  provider.account = { ...ann, name: 'Ann Baker', groups: ['triagers'], email_verified: false };
  const { browser, back } = await goAndComeBack();
  await browser.visit(back, { until: `${api.url}/` });
  expect((await api.store.users.list()).filter(({ way }) => way === 'oidc')).toMatchObject([
    { name: 'Ann Baker', email: null, role: 'triager' },
  ]);
});

test('who has no role there is not let in, and is told so on a page', async () => {
  provider.account = { ...ann, sub: 'b2', groups: ['cooks'] };
  const { browser, back } = await goAndComeBack();
  const page = await browser.visit(back);
  expect(page.status).toBe(403);
  expect(page.text).toContain('You are not among those who may use Refrain');
  expect(browser.cookiesOf(api.url).has(sessionName)).toBe(false);
});

test('signing in ends the session that the browser had: nobody goes on as somebody else', async () => {
  provider.account = ann;
  const { browser, back } = await goAndComeBack();
  const { secret } = await api.store.access.createSession(60_000, localAdminId);
  browser.cookiesOf(api.url).set(sessionName, secret);
  await browser.visit(back, { until: `${api.url}/` });
  expect(await api.store.access.findSession(secret)).toBeNull();
  expect(await sessionOf(browser)).toMatchObject({ user: { role: 'admin' } });
});

test('an answer counts once, and only in the browser that asked', async () => {
  provider.account = ann;
  const { browser, back } = await goAndComeBack();
  const other = createBrowser();
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

test('an ID token that was made for another sign-in is not taken', async () => {
  const { browser, back } = await goAndComeBack();
  const remembered = browser.cookiesOf(api.url).get(signingInName) ?? '';
  const begun = JSON.parse(Buffer.from(remembered, 'base64url').toString());
  const changed = Buffer.from(JSON.stringify({ ...begun, nonce: 'another' })).toString('base64url');
  browser.cookiesOf(api.url).set(signingInName, changed);
  expect(await browser.visit(back)).toMatchObject({ status: 502 });
  expect(browser.cookiesOf(api.url).has(sessionName)).toBe(false);
});

test('a code that was taken from somebody is of no use without its verifier', async () => {
  const { browser, back } = await goAndComeBack();
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
])('it leads back to a page of ours only: %j', async (to) => {
  provider.account = ann;
  const { browser, back } = await goAndComeBack(createBrowser(), to);
  expect((await browser.visit(back, { until: `${api.url}/` })).address).toBe(`${api.url}/`);
});

test('who gives up at the provider is told that, and what else it says is not repeated', async () => {
  const { browser, back } = await goAndComeBack();
  const given = new URL(back);
  given.searchParams.delete('code');
  given.searchParams.set('error', 'access_denied');
  given.searchParams.set('error_description', '<script>canary</script>');
  const page = await browser.visit(given.href);
  expect(page).toMatchObject({ status: 403 });
  expect(page.text).toContain('did not let you through');
  expect(page.text).not.toContain('canary');
});

test('a provider that is away, or takes our secret no more, is told to the person without the secret', async () => {
  const away = await startApiUnderTest({
    signInProviders: [createOpenIdConnect({ ...settings, issuer: 'http://127.0.0.1:9' })],
  });
  const page = await createBrowser().visit(`${away.url}/sign-in-with/oidc`);
  expect(page).toMatchObject({ status: 502 });
  expect(page.text).toContain('Acme does not answer');

  const wrong = await startApiUnderTest({
    publicUrl,
    signInProviders: [createOpenIdConnect({ ...settings, clientSecret: 'canary-wrong' })],
  });
  const browser = createBrowser();
  const back = await browser.visit(`${wrong.url}/sign-in-with/oidc`, { until: publicUrl });
  const refused = await browser.visit(back.address.replace(publicUrl, wrong.url));
  expect(refused.status).toBe(500);
  expect(refused.text).toContain('REFRAIN_OIDC_CLIENT_SECRET');
  expect(refused.text + JSON.stringify(wrong.errors)).not.toContain('canary');
});

test('a way that is not set up is none', async () => {
  expect(await createBrowser().visit(`${api.url}/sign-in-with/github`)).toMatchObject({ status: 404 });
});

/** Of a port that is free for now: nobody has to listen there. */
async function findAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}
