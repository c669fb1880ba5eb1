import type { BackfillProgress, ConnectResponse, Failure, WebhookResponse } from '@refrain/domain';
import type { GitHubEmulator } from '@refrain/emulators';
import { findFreePort } from '@refrain/local';
import { generateOrganisation } from '@refrain/sample-org';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { pollUntil } from './poll-until.ts';

import { listFailures } from './read-failures-and-patterns.ts';
import { listAccessibilityViolations, openWatchedPage, saveScreenshot, startBrowser } from './start-browser.ts';
import { startCommand } from './start-command.ts';
import { startRefrain } from './start-refrain.ts';

const port = String(await findFreePort());
const refrain = await startRefrain({ PORT: port, REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}` });
const cliEnv = { REFRAIN_URL: refrain.url, REFRAIN_TOKEN: refrain.token };
const browser = await startBrowser();

const worldOf = (seed: number) =>
  generateOrganisation(seed, { services: 4, repositories: 4, changes: 120, failures: 30 }).world;
const { organisation, repositories } = worldOf(17).github;
const [{ name: repository } = { name: '' }] = repositories;

/** Starts accounts whose token is revoked, so that only a GitHub App can read GitHub. */
async function startAppOnlyAccounts(seed: number) {
  const accounts = await startEmulatedAccounts(worldOf(seed));
  const { github } = accounts;
  github.act.revokeToken();
  return { accounts, github };
}

/** Starts connecting through a GitHub App, like `connect github --app`. */
const begin = (github: GitHubEmulator) =>
  refrain.ask<{ url: string; state: string }>('POST', '/v1/github-apps', {
    account: organisation,
    baseUrl: github.url,
  });

const readConnection = (id: string) => refrain.ask<ConnectResponse['connection']>('GET', `/v1/connections/${id}`);

const lastWebhookConfig = (github: GitHubEmulator) =>
  github.requests().findLast(({ method, path }) => method === 'PATCH' && path === '/app/hook/config')?.requestBody;

test('an account can be connected by a GitHub App in two clicks, with webhook, secret rotation and backfill', async () => {
  const { github, accounts } = await startAppOnlyAccounts(17);
  const { page, takeProblems } = await openWatchedPage(browser);
  const id = await connectsInTwoClicks(page, github);
  await configuresWebhookOfApp(id, github);
  await receivesEventAtOnce(github);
  await rotatesSecretAtGitHub(id, github);
  await backfillsWithInstallationTokens(id);
  expect(takeProblems()).toEqual([]);
  accounts.expectDocumented();
});

async function connectsInTwoClicks(page: Page, github: GitHubEmulator): Promise<string> {
  const account = ['--account', organisation, '--base-url', github.url];
  const command = startCommand(['connect', 'github', ...account, '--app', '--json', '--workflow', ''], cliEnv);
  const address = await command.find(/http\S+\/connect\/github\/\S+/u);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Create GitHub App' }).waitFor();
  expect(new URL(page.url()).origin).toBe(github.url);
  await saveScreenshot(page, 'github-app-create');
  await page.getByRole('button', { name: 'Create GitHub App' }).click();
  await page.getByRole('button', { name: 'Install' }).click();
  await page.getByRole('heading', { level: 1, name: `${organisation} is connected` }).waitFor();
  expect(new URL(page.url()).origin).toBe(refrain.url);
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await saveScreenshot(page, 'github-app-connected');

  const { code, stdout, stderr } = await command.ended;
  expect([code, stderr]).toEqual([0, expect.stringContaining('Choose "Create GitHub App", then "Install"')]);
  const { connection, health, webhook } = JSON.parse(stdout) as ConnectResponse;
  expect(connection).toMatchObject({ account: organisation, status: 'active', webhook: { state: 'active' } });
  expect(connection.scope.workflows).toEqual([]);
  expect(health).toMatchObject({ account: organisation, missing: [] });
  expect(health?.visible).toHaveLength(github.listRepositories().length);
  expect(webhook?.url).toMatch(new RegExp(`^${refrain.url}/webhooks/github/${connection.id}/[\\w-]{20,}$`, 'u'));
  return connection.id;
}

async function configuresWebhookOfApp(id: string, github: GitHubEmulator): Promise<void> {
  const webhook = await refrain.ask<WebhookResponse>('GET', `/v1/connections/${id}/webhook`);
  expect(lastWebhookConfig(github)).toMatchObject({ url: webhook.url, secret: webhook.secret, content_type: 'json' });
  const hooks = new Set(github.deliveries().map(({ hookId }) => hookId));
  expect(hooks.size).toBe(1);
}

async function receivesEventAtOnce(github: GitHubEmulator): Promise<void> {
  await github.act.issueOpened({ repository, title: 'Outage of the badge turnstile', labels: ['incident'] });
  await github.settled();
  expect(github.deliveries().at(-1)).toMatchObject({ event: 'issues', status: 202 });
  const [failure] = await pollUntil(
    async () => (await refrain.ask<{ items: Failure[] }>('GET', '/v1/failures?query=turnstile&limit=10')).items,
    ({ length }) => length === 1,
  );
  expect(failure).toMatchObject({ kind: 'incident', repository: `${organisation}/${repository}` });
}

/** Expects that a new webhook secret is set at GitHub, although a delivery signed with the former secret arrives first. */
async function rotatesSecretAtGitHub(id: string, github: GitHubEmulator): Promise<void> {
  await refrain.kill('ingest-worker');
  const { secret } = await refrain.ask<WebhookResponse>('POST', `/v1/connections/${id}/webhook-secret`);
  await github.act.issueOpened({ repository, title: 'Signed with the former secret' });
  await github.settled();
  expect((await readConnection(id)).webhook).toMatchObject({ deliveredAt: expect.any(String) });
  await refrain.start('ingest-worker');
  await expect
    .poll(async () => (await readConnection(id)).webhook, { timeout: 60_000 })
    .toMatchObject({ state: 'active', isSecretDue: false });
  expect(lastWebhookConfig(github)).toMatchObject({ secret });
}

async function backfillsWithInstallationTokens(id: string): Promise<void> {
  await refrain.ask('POST', `/v1/connections/${id}/backfill`, {});
  const readProgress = async () => {
    const { state, pending } = await refrain.ask<BackfillProgress>('GET', `/v1/connections/${id}/progress`);
    return `${state}, ${pending} pending`;
  };
  await expect.poll(readProgress, { timeout: 60_000 }).toBe('done, 0 pending');
  const listKinds = async () => new Set((await listFailures(refrain)).map(({ kind }) => kind));
  await expect
    .poll(listKinds, { timeout: 60_000 })
    .toEqual(new Set(['incident', 'failed_deployment', 'reverted_change']));
  expect((await readConnection(id)).status).toBe('active');
}

test('the printed URL resumes an interrupted GitHub App setup, and later shows the connected account', async () => {
  const { github, accounts } = await startAppOnlyAccounts(18);
  const { page, takeProblems } = await openWatchedPage(browser);
  const { url } = await begin(github);
  await page.goto(url);
  await page.getByRole('button', { name: 'Create GitHub App' }).click();
  await page.getByRole('button', { name: 'Install' }).waitFor();
  // If the user closed the tab after creating the App, opening the start URL again continues with that App.
  await page.goto(url);
  await page.getByRole('button', { name: 'Install' }).click();
  await page.getByRole('heading', { name: `${organisation} is connected` }).waitFor();
  await page.goto(url);
  await page.getByRole('heading', { name: `${organisation} is connected` }).waitFor();
  expect(takeProblems()).toEqual([]);
  accounts.expectDocumented();
});

test('the setup pages of a GitHub App explain the problem if the URL is unknown or expired, or if another App was installed', async () => {
  const { github, accounts } = await startAppOnlyAccounts(19);
  const { page, takeProblems } = await openWatchedPage(browser);
  await page.goto(`${refrain.url}/connect/github/${'x'.repeat(32)}`);
  await page.getByRole('heading', { name: 'GitHub is not connected' }).waitFor();
  await page.getByText('or older than an hour. Start the setup again').waitFor();
  expect(await listAccessibilityViolations(page)).toEqual([]);
  await saveScreenshot(page, 'github-app-over');
  expect(takeProblems()).toEqual([expect.stringMatching(/^404 \/connect\/github\//u)]);

  const other = await github.act.installApp({ permissions: { contents: 'read' }, name: 'Another App' });
  const { url, state } = await begin(github);
  await page.goto(url);
  await page.getByRole('button', { name: 'Create GitHub App' }).click();
  await page.getByRole('button', { name: 'Install' }).waitFor();
  const back = `state=${state}&installation_id=${other.installationId}&setup_action=install`;
  await page.goto(`${refrain.url}/connect/github/installed?${back}`);
  await page.getByText('This is not an installation of the GitHub App').waitFor();
  await saveScreenshot(page, 'github-app-other');
  expect(takeProblems()).toEqual(['409 /connect/github/installed']);
  accounts.expectDocumented();
});
