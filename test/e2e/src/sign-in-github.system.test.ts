import type { User } from '@refrain/domain';
import { findFreePort } from '@refrain/processes';
import { generateOrganisation } from '@refrain/sample-org';
import { afterEach, expect, test } from 'vitest';
import { listAccessibilityFaults, openVisit, startBrowser, takePicture } from './browser.ts';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { startRefrain } from './start-refrain.ts';

const { world } = generateOrganisation(17, { services: 2, repositories: 2, changes: 20, failures: 5 });
const { github } = await startEmulatedAccounts(world);
const { organisation } = world.github;
const client = { clientId: 'Iv1.refrain', clientSecret: 'canary-client-secret' };

const url = `http://127.0.0.1:${await findFreePort()}`;
const refrain = await startRefrain({
  PORT: new URL(url).port,
  REFRAIN_PUBLIC_URL: url,
  REFRAIN_GITHUB_SIGN_IN_ORGANISATION: organisation,
  REFRAIN_GITHUB_SIGN_IN_CLIENT_ID: client.clientId,
  REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET: client.clientSecret,
  REFRAIN_GITHUB_SIGN_IN_URL: github.url,
});
github.act.registerOAuthApp({ ...client, callbackUrl: `${url}/sign-in-with/github/back` });
github.act.putPerson({ login: 'ann', name: 'Ann Archer', email: 'ann@acme.example', role: 'admin' });
github.act.putPerson({ login: 'bo' });
github.act.putPerson({ login: 'stranger', role: null });
github.act.putPerson({ login: 'invited', state: 'pending' });

const browser = await startBrowser();
const { takeTroubles } = await openVisit(browser);
afterEach(() => expect(takeTroubles()).toEqual([]));

/** In a browser of their own: from a page of Refrain to GitHub, where they press a button, and back. */
async function signIn(button: string, at = '/patterns') {
  const page = await (await browser.newContext()).newPage();
  await page.goto(url + at);
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click();
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL((address) => address.origin === url);
  return page;
}
const session = (page: Awaited<ReturnType<typeof signIn>>) =>
  page.evaluate("fetch('/v1/session').then((response) => response.json())") as Promise<{
    user: Pick<User, 'name' | 'role'>;
  }>;
const known = async () =>
  (await refrain.ask<{ items: User[] }>('GET', '/v1/users')).items.filter(({ way }) => way === 'github');

test('who is not signed in is offered it', async () => {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('link', { name: 'Sign in with GitHub' }).waitFor();
  expect(await listAccessibilityFaults(page)).toEqual([]);
  await takePicture(page, 'sign-in-github');
});

test('an owner of the organisation is an admin, a member reads; both go on at the page they wanted', async () => {
  const page = await signIn('Sign in as ann', '/patterns?cause=capacity');
  expect(page.url()).toBe(`${url}/patterns?cause=capacity`);
  expect((await session(page)).user).toMatchObject({ name: 'Ann Archer', role: 'admin' });
  expect((await session(await signIn('Sign in as bo'))).user).toMatchObject({ name: 'bo', role: 'viewer' });
});

test('an owner who is none any more is no admin; a member keeps the role that an admin gave', async () => {
  const bo = (await known()).find(({ name }) => name === 'bo');
  await refrain.ask('PATCH', `/v1/users/${bo?.id}`, { role: 'triager' });
  github.act.putPerson({ login: 'ann', name: 'Ann Archer', role: 'member' });
  expect((await session(await signIn('Sign in as ann'))).user.role).toBe('viewer');
  expect((await session(await signIn('Sign in as bo'))).user.role).toBe('triager');
});

test.each([
  ['Sign in as stranger', `You do not belong to ${organisation} at GitHub`],
  ['Sign in as invited', `You do not belong to ${organisation} at GitHub`],
  ['Cancel', 'did not let you through'],
])('%s: nobody is signed in, and the page says why and leads back', async (button, problem) => {
  const page = await signIn(button);
  await page.getByText(problem).waitFor();
  expect(await listAccessibilityFaults(page)).toEqual([]);
  expect((await page.context().cookies()).filter(({ name }) => name.includes('refrain_session'))).toEqual([]);
  await page.getByRole('link', { name: 'Back to the sign-in' }).click();
  await page.getByRole('link', { name: 'Sign in with GitHub' }).waitFor();
  expect((await known()).map(({ name }) => name).sort()).toEqual(['Ann Archer', 'bo']);
});

test('whom an admin shut out is not let in again', async () => {
  const bo = (await known()).find(({ name }) => name === 'bo');
  await refrain.ask('PATCH', `/v1/users/${bo?.id}`, { isDisabled: true });
  const page = await signIn('Sign in as bo');
  await page.getByText('An admin has closed your access').waitFor();
});

test('an admin whose settings have another secret is told which', async () => {
  github.act.registerOAuthApp({ ...client, clientSecret: 'another', callbackUrl: `${url}/sign-in-with/github/back` });
  const page = await signIn('Sign in as ann');
  await page.getByText(/incorrect_client_credentials.*REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET/u).waitFor();
});
