import { randomUUID } from 'node:crypto';
import type { ApiToken } from '@refrain/domain';
import type { Locator } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWatchedPage, signInByLink, signInByNewLink } from '../browser/index.ts';
import { openDemoPage } from './open-demo-page.ts';

const { demo, page, context, open, inspectElement, inspect, takeProblems } = await openDemoPage();
const dialog = page.getByRole('dialog');

const unique = (name: string) => `${name} ${randomUUID().slice(0, 8)}`;
const rowOf = (name: string) => page.getByRole('row', { name: new RegExp(`^${name}`, 'u') });
const listTokens = async () => (await demo.ask<{ items: ApiToken[] }>('GET', '/v1/tokens?limit=200')).items;
const statusWith = async (token: string) =>
  (await fetch(`${demo.url}/v1/session`, { headers: { authorization: `Bearer ${token}` } })).status;
const listUsers = async () =>
  (await demo.ask<{ items: { name: string; role: string }[] }>('GET', '/v1/users?limit=200')).items;
async function chooseRole(select: Locator, role: string) {
  await select.click();
  await page.getByRole('option', { name: role }).click();
}
const shownOnce = (title: string) => page.getByRole('status').filter({ hasText: title }).getByRole('code');

test('a sign-in link works for one browser, which can sign out', async () => {
  await open('/settings/sessions');
  const makeLink = async () => {
    await page.getByRole('button', { name: 'Create a sign-in link' }).click();
    const link = (await shownOnce('Sign-in link').textContent()) ?? '';
    await inspect('settings-sessions');
    await page.getByRole('button', { name: 'Hide it' }).click();
    await page.getByText(link).waitFor({ state: 'detached' });
    return link;
  };

  const browser = context.browser();
  if (browser === null) throw new Error('The visit has no browser');
  const guest = await openWatchedPage(browser);
  await signInByNewLink(guest.page, makeLink);
  await guest.page.goto(`${demo.url}/settings/sessions`);
  await guest.page.getByRole('button', { name: 'Sign out of this browser' }).click();
  await guest.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await guest.page.waitForLoadState('networkidle');
  guest.takeProblems();
  await guest.page.goto(`${demo.url}/settings/sessions`);
  await guest.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  expect(guest.takeProblems()).toContain('401 /v1/session');
  await guest.context.close();
});

test('a user sees their other browser in the list of sessions and can sign it out', async () => {
  const browser = context.browser();
  if (browser === null) throw new Error('The visit has no browser');
  // Use a new user, who has only the sessions of this test. All test files sign in as the admin.
  const { id } = await demo.ask<{ id: string }>('POST', '/v1/users', { name: unique('Robin'), role: 'viewer' });
  const createLink = async () => (await demo.ask<{ url: string }>('POST', `/v1/users/${id}/sign-in-links`)).url;
  const [own, other] = [await openWatchedPage(browser), await openWatchedPage(browser)];
  for (const visit of [own, other]) await signInByNewLink(visit.page, createLink);

  await own.page.goto(`${demo.url}/settings/sessions`);
  const browsers = own.page.getByRole('group', { name: 'Your browsers' });
  await browsers.getByText('This browser').waitFor();
  const signOut = browsers.getByRole('button', { name: /^Sign out: .*Chrome/u });
  await signOut.click();
  await own.page.getByText(/Chrome.* is signed out\./u).waitFor();
  await signOut.waitFor({ state: 'detached' });
  expect(own.takeProblems()).toEqual([]);
  await other.page.reload();
  await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  for (const visit of [own, other]) await visit.context.close();
});

test('a token gives access until it is revoked, and revoking requires typing its name', async () => {
  const name = unique('e2e of the post-mortems');
  await open('/settings/tokens');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  const token = (await shownOnce('Copy the new token now').textContent()) ?? '';
  expect(await statusWith(token)).toBe(200);
  const made = (await listTokens()).find((token) => token.name === name);
  expect(Date.parse(made?.expiresAt ?? '')).toBeGreaterThan(Date.now() + 80 * 86_400_000);
  await rowOf(name).getByText(', 23:59').waitFor();
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  const revoke = dialog.getByRole('button', { name: 'Revoke', exact: true });
  expect(await revoke.isDisabled()).toBe(true);
  await inspectElement('settings-tokens-revoke');
  await dialog.getByRole('textbox').fill(name);
  await page.keyboard.press('Enter');
  await page.getByText(`Revoked the token “${name}”.`).waitFor();
  await rowOf(name).waitFor({ state: 'detached' });
  expect(await statusWith(token)).toBe(401);
});

test('an invited viewer sees no buttons for actions of other roles, can become a triager, and loses access when deactivated', async () => {
  const name = unique('Vera Vu');
  const email = `${randomUUID()}@example.com`;
  await open('/settings/members');
  await page.keyboard.press('Control+k');
  await page
    .getByRole('searchbox', { name: 'Search' })
    .or(page.getByRole('textbox', { name: 'Search' }))
    .fill('invite');
  await page.getByText('Invite a member', { exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('LOCAL ADMIN');
  await dialog.getByRole('button', { name: 'Create invitation link' }).click();
  await dialog.getByText('“Local admin” exists already.').waitFor();
  expect(takeProblems()).toEqual(['409 /v1/users']);
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByRole('textbox', { name: 'E-mail address (optional)' }).fill(email);
  await inspectElement('settings-members-invite');
  await dialog.getByRole('button', { name: 'Create invitation link' }).click();
  await page.getByRole('dialog', { name: `Invitation for ${name}` }).waitFor();
  const replaced = (await dialog.locator('pre').textContent()) ?? '';
  const mail = new URL((await dialog.getByRole('link', { name: 'Write an e-mail' }).getAttribute('href')) ?? '');
  expect(decodeURIComponent(mail.pathname)).toBe(email);
  expect(mail.searchParams.get('body')).toContain(replaced);
  await inspectElement('settings-members-link');
  await dialog.getByRole('button', { name: 'Done' }).click();
  await rowOf(name).getByText('Valid until').filter({ visible: true }).waitFor();
  await page.getByRole('button', { name: `New link for ${name}` }).click();
  await expect.poll(async () => dialog.locator('pre').textContent()).not.toBe(replaced);
  const link = (await dialog.locator('pre').textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Done' }).click();
  await rowOf(name).getByText(email).waitFor();
  await inspectElement('settings-members');

  const browser = context.browser();
  if (browser === null) throw new Error('The visit has no browser');
  const guest = await openWatchedPage(browser);
  await guest.page.setViewportSize({ width: 1280, height: 800 });
  await signInByLink(guest.page, link);
  await guest.page.getByText(name).waitFor();
  const visit = async (path: string) => {
    await guest.page.goto(`${demo.url}${path}`);
    await guest.page.getByRole('heading', { level: 1 }).waitFor();
    await guest.page.waitForLoadState('networkidle');
  };
  const listOffered = async (...names: string[]) => {
    const counts = names.map((name) => guest.page.getByRole('button', { name, exact: true }).count());
    return (await Promise.all(counts)).map((count) => count > 0);
  };
  const { items } = await demo.ask<{ items: { id: string }[] }>('GET', '/v1/patterns?sort=name&limit=1');
  const paths = [
    '/',
    `/patterns/${items[0]?.id}`,
    '/failures',
    '/improvements',
    '/catalogue',
    '/connections',
    '/audit',
  ];
  for (const path of [
    ...paths,
    '/digests',
    '/library',
    '/seen-before',
    '/settings/policy',
    '/settings/tokens',
    '/settings/sessions',
  ]) {
    await visit(path);
    expect(await listOffered('Confirm', 'Edit', 'Approve …', 'Add entry', 'Save', 'Invite'), path).toEqual(
      Array(6).fill(false),
    );
  }
  // The page must send no request that the API refuses to a viewer.
  expect(guest.takeProblems()).toEqual([]);
  await visit('/connections/new');
  await guest.page.getByText('Only admins can connect accounts').waitFor();

  const role = page.getByRole('combobox', { name: `Role of ${name}` });
  await chooseRole(role, 'Admin');
  await page
    .getByRole('dialog', { name: `Make ${name} an admin?` })
    .getByRole('button', { name: 'Cancel' })
    .click();
  expect(await role.inputValue()).toBe('Viewer');
  await chooseRole(role, 'Triager');
  await page.getByRole('button', { name: 'Change role' }).click();
  await expect.poll(async () => (await listUsers()).find((user) => user.name === name)?.role).toBe('triager');
  await visit(`/patterns/${items[0]?.id}`);
  expect(await listOffered('Confirm', 'Edit')).toEqual([true, true]);
  await visit('/settings/policy');
  expect(await listOffered('Invite')).toEqual([false]);

  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Deactivate …' }).click();
  await page
    .getByRole('dialog', { name: `Deactivate ${name}?` })
    .getByRole('button', { name: 'Deactivate' })
    .click();
  await rowOf(name).getByText('Deactivated').waitFor();
  await guest.page.reload();
  await guest.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await guest.context.close();
});

test('a token can be restricted to one role and one part of the API', async () => {
  const name = unique('e2e of a bot');
  await open('/settings/tokens');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  expect(await page.getByRole('combobox', { name: 'Role', exact: true }).inputValue()).toBe('Viewer');
  await page.getByRole('combobox', { name: 'Scope', exact: true }).selectOption('seen before');
  await page.getByRole('button', { name: 'Create token' }).click();
  const token = (await shownOnce('Copy the new token now').textContent()) ?? '';
  await rowOf(name).getByText('search:viewer').waitFor();
  const requestStatus = async (method: string, path: string, body?: string) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    return (await fetch(`${demo.url}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })).status;
  };
  expect(await requestStatus('POST', '/v1/search', '{"text":"out of memory"}')).toBe(200);
  expect(await requestStatus('GET', '/v1/patterns')).toBe(403);
  const made = (await listTokens()).find((each) => each.name === name);
  await demo.ask('DELETE', `/v1/tokens/${made?.id}`);
});

test('a token without an expiry date is marked, and the page reports if somebody else has already revoked a token', async () => {
  const name = unique('e2e without an end');
  await open('/settings/tokens');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('combobox', { name: 'Expires' }).selectOption('never');
  await page.getByRole('button', { name: 'Create token' }).click();
  await rowOf(name).getByText('Never').first().waitFor();
  const made = (await listTokens()).find((token) => token.name === name);
  expect(made?.expiresAt).toBeNull();
  await page.getByRole('button', { name: `Revoke ${name}` }).click();
  await demo.ask('DELETE', `/v1/tokens/${made?.id}`);
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByText(`The token “${name}” was already revoked.`).waitFor();
  expect(takeProblems()).toEqual([`404 /v1/tokens/${made?.id}`]);
  await rowOf(name).waitFor({ state: 'detached' });
});

test('the wording check marks blaming words and rewords the text', async () => {
  await open('/settings/privacy');
  await page
    .getByRole('textbox', { name: 'Text' })
    .fill('The engineer forgot to rotate the key. The job should have been stopped. It ran for 2 hours.');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('heading', { name: /^\d findings?$/u }).waitFor();
  await page.getByRole('link', { name: 'Finding 1', exact: true }).click();
  await expect.poll(() => new URL(page.url()).hash).toBe('#finding-1');
  await page.getByRole('heading', { name: 'Suggested wording' }).waitFor();
  const reworded = (await page.getByRole('group', { name: 'Reworded text' }).textContent()) ?? '';
  expect(reworded).not.toContain('engineer forgot');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(reworded);
  await inspect('settings-privacy');
  await page.getByRole('textbox', { name: 'Text' }).fill('The key was not rotated: nothing warns before it expires.');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('Nothing in the text blames a person.').waitFor();
});

test('a failed wording check keeps the text', async () => {
  await open('/settings/privacy');
  await page.route('**/v1/wording/check', (route) => route.abort('aborted'));
  await page.getByRole('textbox', { name: 'Text' }).fill('Bob broke it.');
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('alert').getByText('Refrain is not responding').waitFor();
  expect(await page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Bob broke it.');
});

test('each section of the settings has a URL, and the URL of an unknown section shows that there is no such page', async () => {
  await open('/settings/policy');
  await page.getByRole('link', { name: 'Members' }).click();
  await page.getByRole('heading', { level: 1, name: 'Members' }).waitFor();
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: 'Policy' }).waitFor();
  await page.goto(`${demo.url}/settings/weather`);
  await page.getByText('Page not found').waitFor();
});
