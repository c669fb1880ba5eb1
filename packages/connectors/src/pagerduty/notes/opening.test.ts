import { afterEach, expect, it } from 'vitest';
import { openOutboundConnections } from '../../outbound/open-outbound-connections.ts';
import { createProviderAccess } from '../../registry/create-provider-access.ts';
import { type Reply, startTestServer, type TestServer } from '../../testing.ts';
import { now, token } from '../testing.ts';

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const incident = { id: 'P1', title: 'Checkout fails', created_at: '2024-05-01T00:00:00Z', alert_counts: { all: 2 } };
const alerts = [
  { summary: 'Checkout fails', body: { details: { last_log: 'connection pool exhausted', region: 'eu-west' } } },
  { summary: 'Queue grows', body: { details: {} } },
];

async function read(replies: Readonly<Record<string, Reply>>, id = 'P1'): Promise<string> {
  const server = await startTestServer(({ url }) => replies[url.pathname] ?? { status: 404, body: {} });
  servers.push(server);
  const { readOpening } = createProviderAccess({
    retryAfterMs: 1,
    now,
    outbound: openOutboundConnections(['loopback']),
  });
  const address = { provider: 'pagerduty', account: 'acme', baseUrl: server.url } as const;
  return (await readOpening(address, token, id, new AbortController().signal)).text;
}

it('reads the text of the alerts without repetitions', async () => {
  const text = await read({ '/incidents/P1': { body: { incident } }, '/incidents/P1/alerts': { body: { alerts } } });
  expect(text).toBe('last_log: connection pool exhausted\nregion: eu-west\n\nQueue grows');
});

it('returns an empty text for an incident without alerts, and throws for an unknown incident', async () => {
  expect(await read({ '/incidents/P1': { body: { incident: { ...incident, alert_counts: { all: 0 } } } } })).toBe('');
  await expect(read({})).rejects.toMatchObject({ code: 'not_found' });
});

it('sends no request for the alert text if the incident id would change the path', async () => {
  for (const id of ['../users', 'P1/../users', 'P1?include=all', '..', '']) {
    await expect(read({}, id)).rejects.toMatchObject({ code: 'invalid_input' });
  }
  expect(servers.flatMap(({ requests: asked }) => asked)).toEqual([]);
});
