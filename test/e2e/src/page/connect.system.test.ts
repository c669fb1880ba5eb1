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
const selection = page.getByRole('status').getByText(/would be imported, in /u);

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
  await dialog.getByRole('textbox', { name: `Type “${account}” to go on` }).fill(account.slice(1));
  expect(await confirm.isDisabled()).toBe(true);
  await dialog.getByRole('textbox', { name: `Type “${account}” to go on` }).fill(account);
  await confirm.click();
  await page.getByText(`${account} is disconnected.`).waitFor();
  expect(await findConnectionByAccount(demo, account)).toBeUndefined();
}

async function checkGitHub(credential: string) {
  await page.getByRole('textbox', { name: 'Organisation or user' }).fill('vesper-token');
  await secret('Token').fill(credential);
  await page.getByRole('button', { name: 'Check' }).click();
}

test('the page Connect leads to GitHub, PagerDuty and files', async () => {
  await open('/connections');
  await page.getByRole('link', { name: 'Connect an account' }).click();
  await page.getByRole('heading', { level: 1, name: 'Connect', exact: true }).waitFor();
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
  await page.getByRole('textbox', { name: 'Address of its API' }).fill(github.url);
  await checkGitHub('a wrong token');
  await page
    .getByRole('alert')
    .getByText(/GitHub/u)
    .waitFor();
  expect(takeProblems()).toEqual([expect.stringMatching(/^4\d\d \/v1\/connections\/check$/u)]);

  github.act.removePermission('issues', 'read');
  await checkGitHub(token);
  await page.getByRole('heading', { name: 'GitHub answers: vesper-token' }).waitFor();
  const wanted = { provider: 'github', account: 'vesper-token', baseUrl: github.url, credential: token };
  const { health } = await demo.ask<ConnectionCheckResponse>('POST', '/v1/connections/check', wanted);
  expect(health.missing).toEqual([expect.objectContaining({ permission: 'Issues: read and write' })]);
  const missing = page.getByRole('listitem').filter({ hasText: 'is missing' });
  expect(await missing.allTextContents()).toEqual([
    `Issues: read and write is missing neededLost without it: ${health.missing[0]?.costs}`,
  ]);
  await inspectElement('connect-github-missing');
  github.act.restorePermission('issues');
  await page.getByRole('link', { name: 'Another credential' }).click();
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByText('No permission is missing.').waitFor();

  await page.getByRole('radio', { name: 'Only some repositories' }).check();
  await page.getByText('Nothing is chosen yet').waitFor();
  expect(await page.getByRole('button', { name: 'Connect and start' }).isDisabled()).toBe(true);
  await page.getByRole('searchbox', { name: 'Find repositories' }).fill('organ');
  expect(await page.getByRole('group', { name: 'Seen repositories' }).getByRole('checkbox').count()).toBe(1);
  await page.getByRole('checkbox', { name: 'vesper-token/organ-pipes' }).check();
  await selection.getByText(/^1 repository would/u).waitFor();
  await page.getByRole('searchbox', { name: 'Find repositories' }).fill('');
  await page.getByRole('combobox', { name: 'Patterns' }).fill('vesper-token/bell-*');
  await page.keyboard.press('Enter');
  await selection.getByText(/^3 repositories would/u).waitFor();
  await page.getByText('by a pattern').nth(1).waitFor();
  await page.getByRole('radio', { name: '2 years' }).check();
  await inspectElement('connect-github-choose');

  github.setFaults({ seed: 1, slowBody: 1, slowMs: 400 });
  await page.getByRole('button', { name: 'Connect and start' }).click();
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
  await page.getByRole('textbox', { name: 'Address of the API' }).fill(pagerduty.url);
  await page.getByRole('textbox', { name: 'Subdomain' }).fill('vesper-key');
  await inspectElement('connect-pagerduty');
  await secret('API key').focus();
  await page.keyboard.type(token);
  await page.keyboard.press('Enter');
  await page.getByText('2 services can be seen.').waitFor();
  await page.getByRole('radio', { name: 'From a date on' }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('From', { exact: true }).fill('2999-01-01');
  await page.getByText('Choose a day of the past.').waitFor();
  await page.getByRole('radio', { name: 'All of it' }).focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Connect and start' }).focus();
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
  await page.getByRole('textbox', { name: 'Address of its API' }).fill(github.url);
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: 'Continue at GitHub' }).click(),
  ]);
  await page.getByText('Waiting for you at GitHub').waitFor();
  await inspectElement('connect-github-app');
  // The setup continues after a reload of the page.
  await page.reload();
  await page.getByText('Waiting for you at GitHub').waitFor();
  await tab.getByRole('button', { name: 'Create GitHub App' }).click();
  await page.getByRole('link', { name: 'Install at GitHub' }).waitFor();
  await tab.getByRole('button', { name: 'Install' }).click();
  await tab.getByRole('heading', { level: 1, name: 'vesper-app is connected' }).waitFor();
  await tab.close();
  await page.getByText('vesper-app is connected').waitFor();
  await selection.getByText(new RegExp(`^${secondAccountRepositories.length} repositories would`, 'u')).waitFor();
  await inspectElement('connect-github-app-choose');
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Up to date' }).waitFor({ timeout: 40_000 });
  expect(await findConnectionByAccount(demo, 'vesper-app')).toMatchObject({ provider: 'github', status: 'active' });
  await disconnect('vesper-app');
});

const line = (id: string, title: string) => JSON.stringify({ id, title, created: '2025-03-01T10:00Z' });

test('a file can be imported as an archive; invalid lines are reported, and known records are skipped', async () => {
  const archive = 'Old tower book';
  disconnectAfterTests(demo, archive);
  const file = (...lines: string[]) => ({
    name: `${archive}.jsonl`,
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(lines.join('\n')),
  });
  const good = [line('T-1', 'Weathercock points indoors'), line('T-2', 'Sundial read at midnight')];
  await open('/connections/new?provider=archive');
  const picker = page.locator('input[type=file]');
  await picker.setInputFiles(file('no json', '{"title": "No day"}', '{"created": "2025-03-01"}', ...good));
  await page.getByText('2 records can be imported.').waitFor();
  const broken = page.getByRole('status').getByRole('listitem');
  expect(await broken.allTextContents()).toEqual([
    'Line 1: it is no JSON object',
    'Line 2: it has no date in "created"',
    'Line 3: it has neither a title nor a text',
  ]);
  expect(await page.getByRole('textbox', { name: 'Name of the archive' }).inputValue()).toBe(archive);
  await inspectElement('connect-files');
  await page.getByRole('button', { name: 'Import 2 records' }).click();
  await page.getByText('2 new records imported').waitFor();
  await expect.poll(() => countFailures(archive), { timeout: 30_000 }).toBe(2);

  await page.getByRole('link', { name: 'its failures' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Weathercock points indoors' }).waitFor();
  await open(`/connections/${(await findConnectionByAccount(demo, archive))?.id}`);
  await page.getByRole('heading', { level: 1, name: `Archive ${archive}` }).waitFor();
  await picker.setInputFiles(file(...good, line('T-3', 'Bellows blow cold')));
  await page.getByRole('button', { name: 'Import 3 records' }).click();
  await page.getByText('1 new record imported').waitFor();
  await page.getByText('2 records of the file were known already.').waitFor();
  await inspectElement('connection-archive');
  await expect.poll(() => countFailures(archive), { timeout: 30_000 }).toBe(3);
  await disconnect(archive);
});
