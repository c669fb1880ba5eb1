import { afterEach, describe, expect, it } from 'vitest';
import { captureAppError, type ReceivedRequest, type Reply, startTestServer, type TestServer } from '../../testing.ts';
import { isSignedByApp, testApp } from '../testing.ts';
import { createGitHubAppManifest, exchangeManifestCode, findGitHubWebUrl, listAppInstallations } from './app.ts';

const signal = new AbortController().signal;
const servers: TestServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function startServer(answer: (asked: ReceivedRequest) => Reply): Promise<TestServer> {
  const server = await startTestServer(answer);
  servers.push(server);
  return server;
}

const wanted = {
  name: 'Refrain for a company with a very long name',
  publicUrl: 'https://refrain.test',
  webhookUrl: 'https://refrain.test/webhooks/github',
  redirectUrl: 'https://refrain.test/created',
  setupUrl: 'https://refrain.test/installed',
};

describe('createGitHubAppManifest', () => {
  it('creates a manifest for a private App with only the needed permissions', () => {
    expect(createGitHubAppManifest(wanted)).toMatchObject({
      name: 'Refrain for a company with a very',
      public: false,
      default_permissions: {
        metadata: 'read',
        contents: 'read',
        pull_requests: 'read',
        deployments: 'read',
        actions: 'read',
        checks: 'write',
        issues: 'write',
      },
      hook_attributes: { url: wanted.webhookUrl, active: true },
      default_events: expect.arrayContaining(['push', 'pull_request', 'deployment_status', 'workflow_run', 'issues']),
    });
  });

  it('creates a manifest without webhook fields if GitHub cannot reach the server', () => {
    const manifest = createGitHubAppManifest({ ...wanted, webhookUrl: null });
    expect(manifest).not.toHaveProperty('hook_attributes');
    expect(manifest).not.toHaveProperty('default_events');
  });
});

it.each([
  [null, 'https://github.com'],
  ['https://api.github.com', 'https://github.com'],
  ['https://github.acme.test/api/v3', 'https://github.acme.test'],
  ['https://api.acme.ghe.com', 'https://acme.ghe.com'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
])('the web interface for the API root %s is %s', (baseUrl, web) => {
  expect(findGitHubWebUrl(baseUrl)).toBe(web);
});

describe('exchangeManifestCode', () => {
  it('exchanges a manifest code for the registered App, and sends no credential', async () => {
    const { url, requests: asked } = await startServer(() => ({
      status: 201,
      body: {
        id: 7,
        slug: 'refrain-acme',
        name: 'Refrain',
        owner: { login: 'acme' },
        pem: 'PEM',
        webhook_secret: null,
        client_id: 'Iv1',
        client_secret: 'x',
        html_url: 'https://github.test/apps/refrain-acme',
      },
    }));
    expect(await exchangeManifestCode(url, 'a/b', signal, {})).toEqual({
      appId: 7,
      slug: 'refrain-acme',
      name: 'Refrain',
      ownerLogin: 'acme',
      privateKey: 'PEM',
      webhookSecret: null,
      clientId: 'Iv1',
      htmlUrl: 'https://github.test/apps/refrain-acme',
    });
    expect(asked[0]?.url.pathname).toBe('/app-manifests/a%2Fb/conversions');
    expect(asked[0]?.headers.authorization).toBeUndefined();
  });

  it('rejects a manifest code that was already used', async () => {
    const { url } = await startServer(() => ({ status: 404, body: { message: 'Not Found' } }));
    expect((await captureAppError(() => exchangeManifestCode(url, 'x', signal, {}))).code).toBe('not_found');
  });
});

it('lists the accounts in which an App is installed', async () => {
  const installations = [
    {
      id: 9,
      account: { login: 'acme' },
      repository_selection: 'all',
      permissions: { issues: 'write' },
      html_url: 'https://x',
    },
    { id: 10, account: null, repository_selection: 'selected', suspended_at: '2026-01-01T00:00:00Z' },
  ];
  const { url } = await startServer((asked) =>
    isSignedByApp(asked) && asked.url.pathname === '/app/installations'
      ? { body: installations }
      : { status: 401, body: {} },
  );
  expect(await listAppInstallations(url, testApp, signal, {})).toEqual([
    { id: 9, account: 'acme', seesAll: true, permissions: { issues: 'write' }, url: 'https://x', isSuspended: false },
    { id: 10, account: '', seesAll: false, permissions: {}, url: null, isSuspended: true },
  ]);
});
