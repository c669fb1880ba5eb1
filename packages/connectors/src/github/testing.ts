import { generateKeyPairSync, verify } from 'node:crypto';
import { defaultConnectionScope } from '@refrain/domain';
import type { RequestLimits } from '../requests/request-limits.ts';
import { type ReceivedRequest, type Reply, startTestServer, type TestServer } from '../testing.ts';
import { createGitHubClient } from './client/client.ts';
import { createGitHubSource } from './source.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

export const testApp = { appId: 7, privateKey, installationId: 9 };
export const testAppCredential = JSON.stringify({ kind: 'github_app', ...testApp });

/** Tells whether a request is signed with the key of the test App. GitHub requires this for paths below `/app`. */
export function isSignedByApp({ headers }: ReceivedRequest): boolean {
  const [, head, body, signature] = /^bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/iu.exec(headers.authorization ?? '') ?? [];
  if (head === undefined || body === undefined || signature === undefined) return false;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { iss: unknown };
  const signed = Buffer.from(`${head}.${body}`);
  const isRight = verify('RSA-SHA256', signed, publicKey, Buffer.from(signature, 'base64url'));
  return isRight && String(claims.iss) === String(testApp.appId);
}

/** Creates a responder that issues installation tokens `ghs_1`, `ghs_2` and so on; null for other requests. */
export function createInstallationTokenResponder(): (request: ReceivedRequest) => Reply | null {
  let issued = 0;
  return (request) => {
    if (request.url.pathname !== `/app/installations/${testApp.installationId}/access_tokens`) return null;
    if (!isSignedByApp(request)) return { status: 401, body: { message: 'A JSON web token could not be decoded' } };
    issued += 1;
    const expires_at = new Date(Date.now() + 3_600_000).toISOString();
    return { status: 201, body: { token: `ghs_${issued}`, expires_at, permissions: { contents: 'read' } } };
  };
}

export const testToken = 'ghp_canary0123456789';

/** Shared limits that grant every request immediately, since without limits Octokit delays writes by a second. */
export const permissiveRequestLimits: RequestLimits = {
  take: async () => {},
  backOff: async (_key, _provider, seconds) => seconds ?? 60,
};

/** Starts test servers that imitate GitHub, with clients for the account `acme`. */
export function createGitHubTestServers() {
  const servers: TestServer[] = [];
  let tokens = 0;

  async function start(answer: Parameters<typeof startTestServer>[0]): Promise<TestServer> {
    const server = await startTestServer(answer);
    servers.push(server);
    return server;
  }
  return {
    async clientOn(answer: Parameters<typeof startTestServer>[0], credential?: string) {
      const server = await start(answer);
      tokens += 1;
      const open = createGitHubClient(server.url, credential ?? `${testToken}${tokens}`, {
        retryAfterMs: 1,
        limits: permissiveRequestLimits,
      });
      const writes = () =>
        server.requests
          .filter(({ method }) => method !== 'GET')
          .map(({ method, url, body }) => ({
            to: `${method} ${url.pathname}`,
            body: body === '' ? null : JSON.parse(body),
          }));
      return { client: open(new AbortController().signal), server, writes };
    },
    async sourceOn(answer: Parameters<typeof startTestServer>[0]) {
      const server = await start(answer);
      const connection = { account: 'acme', baseUrl: server.url, scope: defaultConnectionScope };
      return {
        server,
        source: createGitHubSource(connection, testToken, { retryAfterMs: 1, limits: permissiveRequestLimits }),
      };
    },
    async closeAll(): Promise<void> {
      await Promise.all(servers.splice(0).map((server) => server.close()));
    },
  };
}
