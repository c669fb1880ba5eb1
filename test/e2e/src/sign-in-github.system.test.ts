import type { User } from '@refrain/domain';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import { expect, onTestFinished, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';

import { listAccessibilityViolations, openWatchedPage, saveScreenshot, startBrowser } from './start-browser.ts';
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
  // Allow sign-in links, because the test itself signs in by a link first.
  REFRAIN_SIGN_IN_LINKS: 'allowed',
});
const registerOAuthApp = (clientSecret: string) =>
  github.act.registerOAuthApp({ ...client, clientSecret, callbackUrl: `${url}/sign-in-with/github/back` });
registerOAuthApp(client.clientSecret);
github.act.putPerson({ login: 'ann', name: 'Ann Archer', email: 'ann@acme.example', role: 'admin' });
github.act.putPerson({ login: 'bo' });
github.act.putPerson({ login: 'stranger', role: null });
github.act.putPerson({ login: 'invited', state: 'pending' });

const browser = await startBrowser();

/** Signs in with GitHub in a new browser context: opens a page of Refrain, presses a button at GitHub, and returns to Refrain. */
async function signIn(button: string, at = '/patterns') {
  const { page, takeProblems } = await openWatchedPage(browser);
  await page.goto(url + at);
  await page.getByRole('link', { name: 'Sign in with GitHub' }).click();
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL((address) => address.origin === url);
  expect(takeProblems().filter((trouble) => /^(?:script|console):/u.test(trouble))).toEqual([]);
  return page;
}
const readSession = (page: Awaited<ReturnType<typeof signIn>>) =>
  page.evaluate("fetch('/v1/session').then((response) => response.json())") as Promise<{
    user: Pick<User, 'name' | 'role'>;
  }>;
const listGitHubUsers = async () =>
  (await refrain.ask<{ items: User[] }>('GET', '/v1/users')).items.filter(
    ({ signInMethod }) => signInMethod === 'github',
  );
const findUser = async (wanted: string) => (await listGitHubUsers()).find(({ name }) => name === wanted);

test('visitors who are not signed in can sign in with GitHub', async () => {
  const page = await browser.newPage();
  await page.goto(url);
  await page.getByRole('link', { name: 'Sign in with GitHub' }).waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await saveScreenshot(page, 'sign-in-github');
});

test('roles come from the organisation until an admin changes or deactivates a user', async () => {
  await signsInOwnerAsAdminAndMemberAsViewer();
  await demotesFormerOwnerAndKeepsGivenRole();
  await refusesDeactivatedUser();

  /** Expects that each user returns to the page that they requested before the sign-in. */
  async function signsInOwnerAsAdminAndMemberAsViewer(): Promise<void> {
    const page = await signIn('Sign in as ann', '/patterns?cause=capacity');
    expect(page.url()).toBe(`${url}/patterns?cause=capacity`);
    expect((await readSession(page)).user).toMatchObject({ name: 'Ann Archer', role: 'admin' });
    expect((await readSession(await signIn('Sign in as bo'))).user).toMatchObject({ name: 'bo', role: 'viewer' });
  }

  async function demotesFormerOwnerAndKeepsGivenRole(): Promise<void> {
    await refrain.ask('PATCH', `/v1/users/${(await findUser('bo'))?.id}`, { role: 'triager' });
    github.act.putPerson({ login: 'ann', name: 'Ann Archer', role: 'member' });
    expect((await readSession(await signIn('Sign in as ann'))).user.role).toBe('viewer');
    expect((await readSession(await signIn('Sign in as bo'))).user.role).toBe('triager');
  }

  async function refusesDeactivatedUser(): Promise<void> {
    await refrain.ask('PATCH', `/v1/users/${(await findUser('bo'))?.id}`, { isDisabled: true });
    const page = await signIn('Sign in as bo');
    await page.getByText('An admin has closed your access').waitFor();
  }
});

test.each([
  ['Sign in as stranger', `You are not a member of ${organisation} on GitHub`],
  ['Sign in as invited', `You are not a member of ${organisation} on GitHub`],
  ['Cancel', 'denied the sign-in'],
])('after "%s" nobody is signed in, and the page shows the reason and a link back', async (button, problem) => {
  const before = await listGitHubUsers();
  const page = await signIn(button);
  await page.getByText(problem).waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  expect((await page.context().cookies()).filter(({ name }) => name.includes('refrain_session'))).toEqual([]);
  await page.getByRole('link', { name: 'Back to the sign-in' }).click();
  await page.getByRole('link', { name: 'Sign in with GitHub' }).waitFor();
  expect((await listGitHubUsers()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('a wrong OAuth client secret is reported with the name of the setting', async () => {
  registerOAuthApp('another');
  onTestFinished(() => void registerOAuthApp(client.clientSecret));
  const page = await signIn('Sign in as ann');
  await page.getByText(/incorrect_client_credentials.*REFRAIN_GITHUB_SIGN_IN_CLIENT_SECRET/u).waitFor();
});
