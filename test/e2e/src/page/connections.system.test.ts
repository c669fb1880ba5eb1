import type { Connection } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';
import { disconnectAfterTests, findConnectionByAccount, startSecondGitHubEmulator, token } from './second-account.ts';

const { demo, page, open, inspectElement, inspect, takeProblems } = await openDemoPage();
const account = 'matins';

/** The connection that the tests of this file change. They change no other connection. */
const github = await startSecondGitHubEmulator(account);
disconnectAfterTests(demo, account);
const { connection } = await demo.ask<{ connection: Connection }>('POST', '/v1/connections', {
  provider: 'github',
  account,
  baseUrl: github.url,
  credential: token,
});
const { items: all } = await demo.ask<{ items: Connection[] }>('GET', '/v1/connections');
const first = all.find((each) => each.provider === 'github' && each.account === 'larkhaul');

const address = `/connections/${connection.id}`;
const part = () => new URL(page.url()).searchParams.get('tab');
const progress = () => demo.ask<{ state: string; since: string | null }>('GET', `/v1${address}/progress`);

test('each account shows its status and leads to its page', async () => {
  await open('/connections');
  const row = page.getByRole('listitem').filter({ hasText: `${first?.account}GitHub` });
  await row.getByText('All history has been imported.').waitFor();
  await row.getByText('Immediately, by webhook').waitFor();
  await inspect('connections');
  await row.getByRole('link', { name: first?.account ?? '' }).click();
  await page.getByRole('heading', { level: 1, name: `GitHub ${first?.account}` }).waitFor();
});

test("a connection's tab and period are in the URL, survive a reload and are undone by the back button", async () => {
  // Start a completeness check, because a recently started demo may not have run one yet.
  const completeness = `/v1/connections/${first?.id}/completeness`;
  await demo.ask('POST', completeness);
  const uncompared = async () => (await demo.ask<{ uncompared: string[] }>('GET', completeness)).uncompared.length;
  await expect.poll(uncompared, { timeout: 120_000 }).toBe(0);
  await open(`/connections/${first?.id}`);
  await page.getByRole('heading', { level: 2, name: 'Up to date' }).waitFor();
  await inspect('connection-progress');
  await page.getByRole('tab', { name: 'Completeness' }).click();
  await page.getByRole('heading', { level: 2, name: 'Completeness' }).waitFor();
  await page.getByRole('combobox', { name: 'Period' }).selectOption('last 365 days');
  await page.getByText(/records? at the provider have been imported\.$/u).waitFor();
  await expect.poll(() => new URL(page.url()).search).toBe('?tab=completeness&days=365');
  await page.reload();
  await page.getByText(/records? at the provider have been imported\.$/u).waitFor();
  expect(await page.getByRole('combobox', { name: 'Period' }).inputValue()).toBe('365');
  await page.getByText('Day by day').click();
  await inspectElement('connection-completeness');
  await page.goBack();
  await expect.poll(() => page.getByRole('combobox', { name: 'Period' }).inputValue()).toBe('30');
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: 'Up to date' }).waitFor();
  await expect.poll(part).toBeNull();
});

test("a connection's permissions can be checked again, and its webhook secret can be replaced", async () => {
  await open(`${address}?tab=access`);
  await page.getByText('No permission is missing.').waitFor();
  github.act.removePermission('deployments');
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText('Deployments: read is missing').waitFor();
  await inspectElement('connection-access');
  github.act.restorePermission('deployments');
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByText('No permission is missing.').waitFor();

  await expect
    .poll(async () => (await findConnectionByAccount(demo, account))?.webhook.state, { timeout: 30_000 })
    .toBe('active');
  const secret = async () => (await demo.ask<{ secret: string }>('GET', `/v1${address}/webhook`)).secret;
  const former = await secret();
  await page.getByRole('button', { name: 'New secret' }).click();
  await page.getByText('Refrain is replacing the secret.').waitFor();
  expect(await secret()).not.toBe(former);
});

test("an account's history can be imported, checked for completeness and parsed again", async () => {
  expect((await progress()).state).toBe('none');
  await open(address);
  await page.getByRole('radio', { name: '3 months' }).check();
  await page.getByRole('button', { name: 'Import history' }).click();
  await page.getByRole('heading', { level: 2, name: 'Up to date' }).waitFor({ timeout: 40_000 });
  const months = (Date.now() - Date.parse((await progress()).since ?? '')) / (30.4 * 86_400_000);
  expect(Math.round(months)).toBe(3);

  await page.getByRole('tab', { name: 'Completeness' }).click();
  await page.getByRole('button', { name: 'Check now' }).click();
  await page.getByText(/^Checking \d+ streams\. Missing records are imported automatically\.$/u).waitFor();
  await page.getByRole('tab', { name: 'Records' }).click();
  await page.getByText('All records are readable').waitFor();
  await inspectElement('connection-records');
  await page.getByRole('button', { name: 'Replay', exact: true }).click();
  await page.getByText(/^[1-9]\d* records replayed/u).waitFor();
});

test("a connection's scope can be changed, and the change can be undone", async () => {
  const repositories = async () => (await findConnectionByAccount(demo, account))?.scope.repositories;
  await open(`${address}?tab=settings`);
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('radio', { name: 'Selected repositories' }).check();
  await page.getByRole('checkbox', { name: `${account}/choir-stalls` }).check();
  await page.getByText(/^In scope: 1 repository,/u).waitFor();
  await inspectElement('connection-settings');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('cell', { name: `${account}/choir-stalls` }).waitFor();
  await expect.poll(repositories).toEqual([`${account}/choir-stalls`]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('The change was undone.').waitFor();
  await expect.poll(repositories).toEqual([]);
});

test('disconnecting an account requires typing its name, reports an error beside the button and can be cancelled', async () => {
  await open(`${address}?tab=settings`);
  await page.getByRole('button', { name: 'Disconnect …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(account);
  await page.route(`**/v1${address}`, (route) =>
    route.request().method() === 'DELETE' ? route.abort('aborted') : route.continue(),
  );
  await page.keyboard.press('Enter');
  await dialog.getByRole('alert').getByText('Refrain is not responding').waitFor();
  await inspectElement('connection-disconnect');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await findConnectionByAccount(demo, account)).toBeDefined();
});

test('the page of an unknown connection says that it does not exist, and an empty list says that nothing is connected', async () => {
  await page.goto(`${demo.url}/connections/nothing`);
  await page.getByText('This connection does not exist').waitFor();
  expect(new Set(takeProblems())).toEqual(new Set(['404 /v1/connections/nothing']));
  await page.getByRole('link', { name: 'all connections' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connections' }).waitFor();
  await page.route('**/v1/connections?*', (route) => route.fulfill({ json: { items: [], total: 0, next: null } }));
  await open('/connections');
  await page.getByText('No connections yet').waitFor();
  await inspectElement('connections-none');
});
