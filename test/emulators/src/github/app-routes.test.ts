import { createAppAuth } from '@octokit/auth-app';
import { Octokit } from '@octokit/rest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createSmallWorld } from '../testing/create-small-world.ts';
import { expectDocumentedExchanges } from '../testing/expect-documented-exchanges.ts';
import { requestJson } from '../testing/request-json.ts';
import type { InstalledApp } from './act-on-account.ts';
import { type GitHubEmulator, startGitHubEmulator } from './start-github-emulator.ts';

const permissions = { contents: 'read', issues: 'write', metadata: 'read' } as const;
let emulator: GitHubEmulator;
let app: InstalledApp;
let late = 0;
beforeEach(async () => {
  late = 0;
  emulator = await startGitHubEmulator({ world: createSmallWorld().github, token: 't', now: () => Date.now() + late });
  app = await emulator.act.installApp({ permissions });
});
afterEach(() => emulator.close());

const clientOf = (given: InstalledApp) =>
  new Octokit({
    baseUrl: emulator.url,
    authStrategy: createAppAuth,
    auth: { appId: given.appId, privateKey: given.privateKey, installationId: given.installationId },
    log: { debug() {}, info() {}, warn() {}, error() {} },
  });
const statusOf = (work: Promise<unknown>): Promise<number> =>
  work.then(
    () => 200,
    (thrown: { status: number }) => thrown.status,
  );
const newToken = async (body?: object) => {
  const { token: jwt } = (await clientOf(app).auth({ type: 'app' })) as { token: string };
  const url = `${emulator.url}/app/installations/${app.installationId}/access_tokens`;
  return requestJson<{ token: string; expires_at: string; message: string }>(
    url,
    { authorization: `Bearer ${jwt}` },
    'POST',
    body,
  );
};

it("the emulator serves requests that GitHub's own client sends for an App", async () => {
  const octokit = clientOf(app);
  const own = await octokit.rest.apps.getAuthenticated();
  expect(own.data).toMatchObject({ id: app.appId, slug: 'refrain', permissions, installations_count: 1 });
  expect((await octokit.rest.apps.listInstallations()).data).toMatchObject([{ id: app.installationId, permissions }]);
  const repositories = await octokit.paginate(octokit.rest.apps.listReposAccessibleToInstallation);
  expect(repositories.map(({ name }) => name)).toEqual(['shop', 'search']);
  const issue = await octokit.rest.issues.create({ owner: 'acme', repo: 'shop', title: 'By an App' });
  expect(issue.data.user?.login).toBe('refrain[bot]');
  await octokit.rest.apps.getInstallation({ installation_id: app.installationId });
  await octokit.rest.apps.getOrgInstallation({ org: 'acme' });
  await octokit.rest.apps.getRepoInstallation({ owner: 'acme', repo: 'shop' });
  await octokit.rest.apps.getBySlug({ app_slug: 'refrain' });
  await octokit.rest.apps.getWebhookConfigForApp();
  expectDocumentedExchanges(emulator.requests());
});

it('an installation token is valid for an hour and has a separate rate limit', async () => {
  const { body } = await newToken();
  const read = () => requestJson(`${emulator.url}/installation/repositories`, { authorization: `token ${body.token}` });
  expect(Date.parse(body.expires_at) - Date.now()).toBeLessThanOrEqual(3_600_000);
  expect((await read()).headers.get('x-ratelimit-used')).toBe('1');
  late = 3_600_001;
  expect((await read()).status).toBe(401);
});

it('the emulator issues an installation token with fewer permissions on request, but never with more than the installation has', async () => {
  const { body } = await newToken({ permissions: { issues: 'read' }, repositories: ['shop'] });
  const read = (path: string) => requestJson(`${emulator.url}${path}`, { authorization: `Bearer ${body.token}` });
  expect((await read('/repos/acme/shop/issues')).status).toBe(200);
  expect((await read('/repos/acme/shop/commits')).status).toBe(403);
  expect((await read('/repos/acme/search/issues')).status).toBe(404);
  expect((await read('/installation/repositories')).body).toMatchObject({ total_count: 1 });
  expect((await newToken({ permissions: { actions: 'read' } })).status).toBe(422);
  expect((await newToken({ repositories: ['none'] })).status).toBe(422);
});

it('the emulator refuses a request without permission and names the permission', async () => {
  const { body } = await newToken();
  const refused = await requestJson(`${emulator.url}/repos/acme/shop/deployments`, {
    authorization: `Bearer ${body.token}`,
  });
  expect([refused.status, refused.body.message]).toEqual([403, 'Resource not accessible by integration']);
  expect(refused.headers.get('x-accepted-github-permissions')).toBe('deployments=read');
  expect((await requestJson(`${emulator.url}/user`, { authorization: `Bearer ${body.token}` })).status).toBe(403);
  expect((await requestJson(`${emulator.url}/app`, { authorization: 'Bearer t' })).status).toBe(401);
});

it('after a permission was removed, an installation and its new tokens lack that permission', async () => {
  emulator.act.removePermission('issues', 'read');
  const { data } = await clientOf(app).rest.apps.listInstallations();
  expect(data[0]?.permissions).toEqual({ ...permissions, issues: 'read' });
  expect(await statusOf(clientOf(app).rest.issues.create({ owner: 'acme', repo: 'shop', title: 'x' }))).toBe(403);
});

it('the emulator refuses a JWT with a wrong signature, and an expired or future one', async () => {
  const other = await emulator.act.installApp({ name: 'Other', permissions });
  expect(await statusOf(clientOf({ ...app, privateKey: other.privateKey }).rest.apps.getAuthenticated())).toBe(401);
  expect(await statusOf(clientOf(app).rest.apps.getAuthenticated())).toBe(200);
  const { token: jwt } = (await clientOf(app).auth({ type: 'app' })) as { token: string };
  const [head, claims, signature] = jwt.split('.') as [string, string, string];
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  for (const forged of [`${none}.${claims}.`, `${none}.${claims}.${signature}`, `${head}.${claims}.`]) {
    expect((await requestJson(`${emulator.url}/app`, { authorization: `Bearer ${forged}` })).status).toBe(401);
  }
  late = 11 * 60_000;
  expect((await requestJson(`${emulator.url}/app`, { authorization: `Bearer ${jwt}` })).status).toBe(401);
});

it('the emulator reports a suspended installation, and returns 404 for an uninstalled one', async () => {
  const { body } = await newToken();
  const read = () => requestJson(`${emulator.url}/repos/acme/shop/issues`, { authorization: `Bearer ${body.token}` });
  await emulator.act.suspend(app);
  expect(await read()).toMatchObject({ status: 403, body: { message: 'This installation has been suspended' } });
  expect((await newToken()).status).toBe(403);
  await emulator.act.unsuspend(app);
  expect((await read()).status).toBe(200);
  await emulator.act.uninstall(app);
  expect((await read()).status).toBe(401);
  expect((await newToken()).status).toBe(404);
});
