import type { ConnectionCheckResponse, Failure } from '@refrain/domain';
import { expect, test } from 'vitest';
import { openDemoPage } from './open-demo-page.ts';
import {
  disconnectAfterTests,
  findConnectionByAccount,
  secondAccountRepositories,
  startSecondGitHubEmulator,
  startSecondPagerDutyEmulator,
  token,
} from './second-account.ts';

const { demo, page, open, inspectElement, inspect, takeProblems } = await openDemoPage();
const secret = (label: string) => page.getByLabel(label).and(page.locator('input[type=password]'));
const selection = page.getByRole('status').getByText(/^In scope: /u);

async function countFailures(account: string): Promise<number> {
  const connection = await findConnectionByAccount(demo, account);
  const path = `/v1/failures?connectionId=${connection?.id}&limit=10`;
  return (await demo.ask<{ items: Failure[]; total: number }>('GET', path)).total;
}

async function disconnect(account: string) {
  const connection = await findConnectionByAccount(demo, account);
  await open(`/connections/${connection?.id}?tab=settings`);
  await page.getByRole('button', { name: 'Disconnect …' }).click();
  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Disconnect', exact: true });
  await dialog.getByRole('textbox', { name: `Type “${account}” to continue` }).fill(account.slice(1));
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: `Type “${account}” to continue` }).fill(account);
  await confirm.click();
  await page.getByText(`Disconnected ${account}.`).waitFor();
  expect(await findConnectionByAccount(demo, account)).toBeUndefined();
}

async function checkGitHub(credential: string) {
  await page.getByRole('textbox', { name: 'Organisation or user' }).fill('vesper-token');
  await secret('Token').fill(credential);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('the page for adding a data source leads to GitHub, PagerDuty and files', async () => {
  await open('/connections');
  await page.getByRole('link', { name: 'Add a data source' }).click();
  await page.getByRole('heading', { level: 1, name: 'Add a data source' }).waitFor();
  await inspect('connect');
  for (const name of ['Connect GitHub', 'Connect PagerDuty', 'Import files']) {
    await page.getByRole('main').getByRole('link', { name }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    await page.goBack();
  }
});

test('connecting GitHub by token reports a wrong token and a missing permission, and imports the selected repositories', async () => {
  const github = await startSecondGitHubEmulator('vesper-token');
  disconnectAfterTests(demo, 'vesper-token');
  await open('/connections/new?provider=github&by=key');
  await inspectElement('connect-github-token');
  await page.getByText('GitHub Enterprise Server').click();
  await page.getByRole('textbox', { name: 'API URL' }).fill(github.url);
  await checkGitHub('a wrong token');
  await page
    .getByRole('alert')
    .getByText(/GitHub/u)
    .waitFor();
  expect(takeProblems()).toEqual([expect.stringMatching(/^4\d\d \/v1\/connections\/check$/u)]);

  github.act.removePermission('issues', 'read');
  await checkGitHub(token);
  await page.getByRole('heading', { name: 'Authenticated with GitHub as vesper-token' }).waitFor();
  const wanted = { provider: 'github', account: 'vesper-token', baseUrl: github.url, credential: token };
  const { health } = await demo.ask<ConnectionCheckResponse>('POST', '/v1/connections/check', wanted);
  expect(health.missing).toEqual([expect.objectContaining({ permission: 'Issues: read and write' })]);
  const missing = page.getByRole('listitem').filter({ hasText: 'is missing' });
  expect(await missing.allTextContents()).toEqual([
    `Issues: read and write is missing requiredWithout it: ${health.missing[0]?.costs}`,
  ]);
  await inspectElement('connect-github-missing');
  github.act.restorePermission('issues');
  await page.getByRole('link', { name: 'Use another credential' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('No permission is missing.').waitFor();

  await page.getByRole('radio', { name: 'Selected repositories' }).check();
  await page.getByText('Nothing is selected.').waitFor();
  expect(await page.getByRole('button', { name: 'Connect and import' }).isDisabled()).toBe(true);
  await page.getByRole('searchbox', { name: 'Search repositories' }).fill('organ');
  expect(await page.getByRole('group', { name: 'Visible repositories' }).getByRole('checkbox').count()).toBe(1);
  await page.getByRole('checkbox', { name: 'vesper-token/organ-pipes' }).check();
  await selection.getByText(/^In scope: 1 repository,/u).waitFor();
  await page.getByRole('searchbox', { name: 'Search repositories' }).fill('');
  await page.getByRole('combobox', { name: 'Patterns' }).fill('vesper-token/bell-*');
  await page.keyboard.press('Enter');
  await selection.getByText(/^In scope: 3 repositories,/u).waitFor();
  await page.getByText('matches a pattern').nth(1).waitFor();
  await page.getByRole('radio', { name: '2 years' }).check();
  await inspectElement('connect-github-choose');

  github.setFaults({ seed: 1, slowBody: 1, slowMs: 400 });
  await page.getByRole('button', { name: 'Connect and import' }).click();
  await page.getByRole('heading', { level: 2, name: 'Importing history…' }).waitFor();
  await inspectElement('connection-running');
  github.setFaults(null);
  await page.getByRole('heading', { level: 2, name: 'Up to date' }).waitFor({ timeout: 40_000 });
  const connection = await findConnectionByAccount(demo, 'vesper-token');
  expect(connection?.scope.repositories).toEqual(['vesper-token/organ-pipes', 'vesper-token/bell-*']);
  const progress = await demo.ask<{ since: string }>('GET', `/v1/connections/${connection?.id}/progress`);
  expect(new Date().getFullYear() - new Date(progress.since).getFullYear()).toBe(2);
  await expect.poll(() => countFailures('vesper-token'), { timeout: 30_000 }).toBe(3);
  await disconnect('vesper-token');
});

test('PagerDuty can be connected by API key with the keyboard alone, and all services are imported', async () => {
  const pagerduty = await startSecondPagerDutyEmulator('vesper-key');
  disconnectAfterTests(demo, 'vesper-key');
  await open('/connections/new?provider=pagerduty');
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('textbox', { name: 'API URL' }).fill(pagerduty.url);
  await page.getByRole('textbox', { name: 'Subdomain' }).fill('vesper-key');
  await inspectElement('connect-pagerduty');
  await secret('API key').focus();
  await page.keyboard.type(token);
  await page.keyboard.press('Enter');
  await page.getByText('Refrain has access to 2 services.').waitFor();
  await page.getByRole('radio', { name: 'Since a date' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('textbox', { name: 'From', exact: true }).fill('2999-01-01');
  await page.getByText('Choose a day in the past.').waitFor();
  await page.getByRole('radio', { name: 'Full history' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Connect and import' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'PagerDuty vesper-key' }).waitFor();
  await page.getByRole('heading', { level: 2, name: 'Up to date' }).waitFor({ timeout: 40_000 });
  await expect.poll(() => countFailures('vesper-key'), { timeout: 30_000 }).toBe(3);
  await disconnect('vesper-key');
});

test('a GitHub App is created and installed in two clicks, and the import starts on the page where the user began', async () => {
  const github = await startSecondGitHubEmulator('vesper-app');
  disconnectAfterTests(demo, 'vesper-app');
  await open('/connections/new?provider=github');
  await page.getByRole('textbox', { name: 'Organisation or user' }).fill('vesper-app');
  await page.getByText('GitHub Enterprise Server').click();
  await page.getByRole('textbox', { name: 'API URL' }).fill(github.url);
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Continue on GitHub' }).click(),
  ]);
  await page.getByText('Waiting for GitHub').waitFor();
  await inspectElement('connect-github-app');
  // The setup continues after a reload of the page.
  await page.reload();
  await page.getByText('Waiting for GitHub').waitFor();
  await tab.getByRole('button', { name: 'Create GitHub App' }).click();
  await page.getByRole('link', { name: 'Install on GitHub' }).waitFor();
  await tab.getByRole('button', { name: 'Install' }).click();
  await tab.getByRole('heading', { level: 1, name: 'vesper-app is connected' }).waitFor();
  await tab.close();
  await page.getByText('vesper-app is connected').waitFor();
  await selection.getByText(new RegExp(`^In scope: ${secondAccountRepositories.length} repositories,`, 'u')).waitFor();
  await inspectElement('connect-github-app-choose');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Up to date' }).waitFor({ timeout: 40_000 });
  expect(await findConnectionByAccount(demo, 'vesper-app')).toMatchObject({ provider: 'github', status: 'active' });
  await disconnect('vesper-app');
});
