import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cleanUpAfterTest } from '@refrain/store/under-test';

/** Response bodies by path; `undefined` responds with 404. */
export type ResponsesByPath = Record<string, unknown>;

export interface ProviderUnderTest {
  readonly url: string;
  /** Response bodies by lower-case path, with the prefix `POST ` for POST requests. Tests may change them. */
  readonly responses: ResponsesByPath;
}

const account: ResponsesByPath = {
  '/user': { login: 'bot' },
  '/orgs/acme/repos': [
    { id: 1, full_name: 'Acme/api' },
    { id: 2, full_name: 'Acme/web' },
    { id: 3, full_name: 'Acme/fork', fork: true },
  ],
  '/users/acme': { login: 'Acme' },
  '/orgs/acme/hooks': [],
  '/orgs/empty/repos': [],
  '/users/empty': { login: 'Empty' },
  '/rate_limit': { resources: { core: { limit: 5_000, remaining: 4_321, reset: 1_800_000_000 } } },
  '/incidents': { incidents: [], more: false },
  '/change_events': { change_events: [], more: false },
  '/services': {
    services: [
      { id: 'P1', name: 'api', html_url: 'https://acme-prod.pagerduty.com/x' },
      { id: 'P2', name: 'web', html_url: 'https://acme-prod.pagerduty.com/y' },
    ],
    more: false,
  },
};

/** Starts a fake of GitHub and PagerDuty. Closes it after the test, or outside a test after the file. */
export async function startProviderUnderTest(more: ResponsesByPath = {}): Promise<ProviderUnderTest> {
  const responses: ResponsesByPath = { ...account, ...more };
  const server = createServer((request, response) => {
    const answer = respondTo(responses, request);
    // Refrain tests its permission with an issue that has no title. GitHub responds with 422 if the caller may open issues.
    const isProbe = request.method === 'POST' && /^\/repos\/.*\/issues$/u.test(request.url ?? '');
    response.writeHead(isProbe ? 422 : answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(answer ?? { message: 'Not Found' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanUpAfterTest(async () => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, responses };
}

function respondTo(responses: ResponsesByPath, { method, url }: IncomingMessage): unknown {
  const path = new URL(url ?? '', 'http://localhost').pathname.toLowerCase();
  if (method !== 'GET') return responses[`${method} ${path}`];
  return responses[path] ?? (path.startsWith('/repos/') ? [] : undefined);
}
