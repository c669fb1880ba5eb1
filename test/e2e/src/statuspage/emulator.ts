import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

export const token = 'sp_canary0123456789';
export const statusPageAuthor = 'Odalys Quennell';
const perPage = 5;
const components = [
  { id: 'c1', name: 'Checkout' },
  { id: 'c2', name: 'Search' },
];

export interface StatusPageEmulator {
  readonly url: string;
  revokeToken(): void;
  countSubscriptions(url: string): number;
  publish(name: string, at: string): Promise<void>;
  close(): Promise<void>;
}

function incidentAt(at: string, index: number, name: string) {
  const times = { created_at: at, updated_at: at, resolved_at: at };
  const body = `${statusPageAuthor} restarted the pool after connections ran out.`;
  return {
    id: `inc-${index}`,
    name,
    body,
    author: statusPageAuthor,
    impact: 'major',
    component: components[index % 2],
    ...times,
  };
}

/** Starts the API of a status page that published one incident a day since the start of 2026. */
export async function startStatusPageEmulator(count: number): Promise<StatusPageEmulator> {
  const incidents = Array.from({ length: count }, (_, index) =>
    incidentAt(new Date(Date.UTC(2026, 0, index + 1)).toISOString(), index, 'Checkout: connection pool exhausted'),
  );
  const subscriptions = new Map<string, { id: string; url: string; secret: string }>();
  let isRevoked = false;

  async function answer(request: IncomingMessage): Promise<object | null> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://statuspage');
    if (pathname === '/page') return { name: 'acme', components };
    if (pathname === '/subscriptions' && request.method === 'POST') {
      const { url, secret } = (await json(request)) as { url: string; secret: string };
      const subscription = { id: subscriptions.get(url)?.id ?? randomUUID(), url, secret };
      subscriptions.set(url, subscription);
      return subscription;
    }
    if (pathname === '/subscriptions') return { subscriptions: [...subscriptions.values()] };
    if (pathname !== '/incidents') return null;
    const since = searchParams.get('since') ?? '';
    const newest = incidents.filter(({ updated_at: at }) => at >= since).reverse();
    const page = Number(searchParams.get('page') ?? 1);
    const isLast = page * perPage >= newest.length;
    return { incidents: newest.slice((page - 1) * perPage, page * perPage), next: isLast ? null : page + 1 };
  }

  const server = createServer(async (request, response) => {
    const isKnown = !isRevoked && request.headers.authorization === `Bearer ${token}`;
    const body = isKnown ? await answer(request) : null;
    response.writeHead(isKnown ? (body === null ? 404 : 200) : 401, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    revokeToken: () => {
      isRevoked = true;
    },
    countSubscriptions: (url) => [...subscriptions.keys()].filter((known) => known === url).length,
    async publish(name, at) {
      const incident = incidentAt(at, incidents.length, name);
      incidents.push(incident);
      const body = JSON.stringify({ id: randomUUID(), type: 'incident', incident });
      for (const { url, secret } of subscriptions.values()) {
        await fetch(url, { method: 'POST', headers: signStatusPageDelivery(body, secret), body });
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function signStatusPageDelivery(body: string, secret: string): Record<string, string> {
  return { 'x-statuspage-signature': createHmac('sha256', secret).update(body).digest('hex') };
}
