import type { BackfillProgress, ConnectedAnswer, Failure, WebhookAnswer } from '@refrain/domain';
import { findFreePort } from '@refrain/processes';
import { generateOrganisation } from '@refrain/sample-org';
import { afterEach, expect, test } from 'vitest';
import { listAccessibilityFaults, openVisit, startBrowser, takePicture } from './browser.ts';
import { startEmulatedAccounts } from './emulated-accounts.ts';
import { listFailures } from './read-outcome.ts';
import { startCommand } from './start-command.ts';
import { startRefrain } from './start-refrain.ts';

/** One person connects by a GitHub App, in this order. */
const { world } = generateOrganisation(17, { services: 4, repositories: 4, changes: 120, failures: 30 });
const accounts = await startEmulatedAccounts(world);
const { github } = accounts;
const { organisation } = world.github;
/** Whatever is answered from here on is answered to the App. */
github.act.revokeToken();

const port = String(await findFreePort());
const refrain = await startRefrain({ PORT: port, REFRAIN_PUBLIC_URL: `http://127.0.0.1:${port}` });
const here = { REFRAIN_URL: refrain.url, REFRAIN_TOKEN: refrain.token };
const { page, takeTroubles } = await openVisit(await startBrowser());

afterEach(() => expect(takeTroubles()).toEqual([]));

const connect = () =>
  startCommand(
    ['connect', 'github', '--account', organisation, '--base-url', github.url, '--app', '--json', '--workflow', ''],
    here,
  );

async function findConnection(): Promise<ConnectedAnswer['connection'] | undefined> {
  const { items } = await refrain.ask<{ items: ConnectedAnswer['connection'][] }>('GET', '/v1/connections');
  return items[0];
}

test('from the printed address two clicks lead to a connected account', async () => {
  const command = connect();
  const address = await command.find(/http\S+\/connect\/github\/\S+/u);
  await page.goto(address);
  await page.getByRole('heading', { name: 'Create GitHub App' }).waitFor();
  expect(new URL(page.url()).origin).toBe(github.url);
  await takePicture(page, 'github-app-create');
  await page.getByRole('button', { name: 'Create GitHub App' }).click();
  await page.getByRole('button', { name: 'Install' }).click();
  await page.getByRole('heading', { level: 1, name: `${organisation} is connected` }).waitFor();
  expect(new URL(page.url()).origin).toBe(refrain.url);
  expect(await listAccessibilityFaults(page)).toEqual([]);
  await takePicture(page, 'github-app-connected');

  const { code, stdout, stderr } = await command.ended;
  expect([code, stderr]).toEqual([0, expect.stringContaining('Choose "Create GitHub App", then "Install"')]);
  const { connection, health, webhook } = JSON.parse(stdout) as ConnectedAnswer;
  expect(connection).toMatchObject({ account: organisation, status: 'active', webhook: { state: 'active' } });
  expect(connection.scope.workflows).toEqual([]);
  expect(health).toMatchObject({ account: organisation, missing: [] });
  expect(health?.visible).toHaveLength(world.github.repositories.length);
  expect(webhook?.url).toMatch(new RegExp(`^${refrain.url}/webhooks/github/${connection.id}/[\\w-]{20,}$`, 'u'));
});

test('the App has its webhook, with the address and the secret of the connection', async () => {
  const connection = await findConnection();
  const webhook = await refrain.ask<WebhookAnswer>('GET', `/v1/connections/${connection?.id}/webhook`);
  const set = github.requests().filter(({ method, path }) => method === 'PATCH' && path === '/app/hook/config');
  expect(set.at(-1)?.requestBody).toMatchObject({ url: webhook.url, secret: webhook.secret, content_type: 'json' });
  const hooks = new Set(github.deliveries().map(({ hookId }) => hookId));
  expect(hooks.size).toBe(1);
});

test('what happens there is known at once', async () => {
  const repository = world.github.repositories[0]?.name ?? '';
  await github.act.issueOpened({ repository, title: 'Outage of the badge turnstile', labels: ['incident'] });
  await github.settled();
  expect(github.deliveries().at(-1)).toMatchObject({ event: 'issues', status: 202 });
  const find = async (): Promise<Failure[]> => {
    const path = '/v1/failures?query=turnstile&limit=10';
    return (await refrain.ask<{ items: Failure[] }>('GET', path)).items;
  };
  await expect.poll(async () => (await find()).length, { timeout: 30_000 }).toBe(1);
  expect((await find())[0]).toMatchObject({ kind: 'incident', repository: `${organisation}/${repository}` });
});

test('a new secret is told to the App, though something signed with the former one comes first', async () => {
  const id = (await findConnection())?.id;
  await refrain.kill('ingest-worker');
  const { secret } = await refrain.ask<WebhookAnswer>('POST', `/v1/connections/${id}/webhook-secret`);
  const repository = world.github.repositories[0]?.name ?? '';
  await github.act.issueOpened({ repository, title: 'Signed with the former secret' });
  await github.settled();
  expect((await findConnection())?.webhook).toMatchObject({ deliveredAt: expect.any(String) });
  await refrain.start('ingest-worker');
  await expect
    .poll(async () => (await findConnection())?.webhook, { timeout: 30_000 })
    .toMatchObject({ state: 'active', isSecretDue: false });
  const set = github.requests().filter(({ method, path }) => method === 'PATCH' && path === '/app/hook/config');
  expect(set.at(-1)?.requestBody).toMatchObject({ secret });
});

test('its past is read by tokens of the installation', async () => {
  const connection = await findConnection();
  await refrain.ask('POST', `/v1/connections/${connection?.id}/backfill`, {});
  const isRead = async () => {
    const path = `/v1/connections/${connection?.id}/progress`;
    const { state, pending } = await refrain.ask<BackfillProgress>('GET', path);
    return `${state}, ${pending} to work on`;
  };
  await expect.poll(isRead, { timeout: 50_000 }).toBe('done, 0 to work on');
  const listKinds = async () => new Set((await listFailures(refrain)).map(({ kind }) => kind));
  await expect
    .poll(listKinds, { timeout: 50_000 })
    .toEqual(new Set(['incident', 'failed_deployment', 'reverted_change']));
  expect((await findConnection())?.status).toBe('active');
}, 120_000);

test('who was interrupted goes on by the same address, which shows afterwards what was connected', async () => {
  const begun = await refrain.ask<{ url: string }>('POST', '/v1/github-apps', {
    account: organisation,
    baseUrl: github.url,
  });
  await page.goto(begun.url);
  await page.getByRole('button', { name: 'Create GitHub App' }).click();
  await page.getByRole('button', { name: 'Install' }).waitFor();
  // The tab is closed here, and the printed address opened again: no second App is made.
  await page.goto(begun.url);
  await page.getByRole('button', { name: 'Install' }).click();
  await page.getByRole('heading', { name: `${organisation} is connected` }).waitFor();
  await page.goto(begun.url);
  await page.getByRole('heading', { name: `${organisation} is connected` }).waitFor();
});

test('a way that is unknown or over, and an installation of another App, say what to do', async () => {
  await page.goto(`${refrain.url}/connect/github/${'x'.repeat(32)}`);
  await page.getByRole('heading', { name: 'GitHub is not connected' }).waitFor();
  await page.getByText('its hour is over: begin again').waitFor();
  expect(await listAccessibilityFaults(page)).toEqual([]);
  await takePicture(page, 'github-app-over');
  expect(takeTroubles()).toEqual([expect.stringMatching(/^404 \/connect\/github\//u)]);

  const other = await github.act.installApp({ permissions: { contents: 'read' }, name: 'Another App' });
  const begun = await refrain.ask<{ url: string; state: string }>('POST', '/v1/github-apps', {
    account: organisation,
    baseUrl: github.url,
  });
  await page.goto(begun.url);
  await page.getByRole('button', { name: 'Create GitHub App' }).click();
  await page.getByRole('button', { name: 'Install' }).waitFor();
  const back = `state=${begun.state}&installation_id=${other.installationId}&setup_action=install`;
  await page.goto(`${refrain.url}/connect/github/installed?${back}`);
  await page.getByText('the GitHub App that was made here: install that one').waitFor();
  await takePicture(page, 'github-app-other');
  expect(takeTroubles()).toEqual(['409 /connect/github/installed']);
});

test('every request that was sent, and every answer to it, is as GitHub documents it', () => {
  accounts.expectDocumented();
});
