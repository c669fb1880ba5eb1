import { afterEach, expect, it, test } from 'vitest';
import { openOutboundConnections } from '../../outbound/open-outbound-connections.ts';
import { createProviderAccess } from '../../registry/create-provider-access.ts';
import { captureAppError, type Reply, startTestServer, type TestServer } from '../../testing.ts';
import type { WriteLog } from '../../writes/write-log.ts';
import { now, token } from '../testing.ts';
import { createPagerDutyNoteWriter } from './notes.ts';

const { signal } = new AbortController();
const log: WriteLog = { begin: async () => 'w1', complete: async () => {} };
const reason = { why: 'It begins like incidents before', by: 'the policy' };
const wanted = { incidentId: 'Q1', content: 'It has happened four times.', sender: 'refrain@acme.example' };
const noClaim = async () => {};
let server: TestServer;
afterEach(() => server.close());

/**
 * Starts a server that keeps an incident's notes in memory. `intercept` may return a different response after the
 * request was carried out.
 */
async function startIncident(notes: string[], intercept: (method: string) => Reply | null | undefined) {
  const list = () => notes.map((content, at) => ({ id: `N${at}`, content }));
  server = await startTestServer(({ method, body }) => {
    if (method === 'POST') notes.push(JSON.parse(body).note.content);
    const reply = method === 'POST' ? { status: 201, body: { note: list().at(-1) } } : { body: { notes: list() } };
    const other = intercept(method);
    return other === undefined ? reply : other;
  });
  return createPagerDutyNoteWriter({ baseUrl: server.url }, token, log, { retryAfterMs: 1 });
}

test('writes one note to an incident, even if the response to the first write was lost', async () => {
  const written = ['Restarted the pods.'];
  let broken = true;
  const notes = await startIncident(written, (method) => (broken && method === 'POST' ? null : undefined));
  expect((await captureAppError(() => notes.ensureNote(wanted, reason, signal, noClaim))).code).toBe(
    'provider_unreachable',
  );
  broken = false;
  expect(await notes.ensureNote(wanted, reason, signal, noClaim)).toBe(true);
  expect(written).toEqual(['Restarted the pods.', expect.stringContaining(wanted.content)]);
});

test('sends no request for a note if the incident id would change the request path', async () => {
  const notes = await startIncident([], () => undefined);
  for (const incidentId of ['../users', 'Q1/../users', 'Q1?include=all', '..', '']) {
    const error = await captureAppError(() => notes.ensureNote({ ...wanted, incidentId }, reason, signal, noClaim));
    expect([incidentId, error.code]).toEqual([incidentId, 'invalid_input']);
  }
  expect(server.requests).toEqual([]);
});

test('writes no note if it cannot read the existing notes', async () => {
  const written: string[] = [];
  const notes = await startIncident(written, (method) => (method === 'GET' ? { status: 403, body: {} } : undefined));
  expect((await captureAppError(() => notes.ensureNote(wanted, reason, signal, noClaim))).code).toBe(
    'permission_missing',
  );
  expect(written).toEqual([]);
});

test('awaits `beforeWriting` right before a note is written, and does not call it if the note exists', async () => {
  const written: string[] = [];
  const notes = await startIncident(written, () => undefined);
  const taken = () => Promise.reject(new Error('Another writes it'));
  await expect(notes.ensureNote(wanted, reason, signal, taken)).rejects.toThrow('Another writes it');
  expect(written).toEqual([]);
  await notes.ensureNote(wanted, reason, signal, noClaim);
  expect(await notes.ensureNote(wanted, reason, signal, taken)).toBe(true);
});

test('undo succeeds if the note no longer exists', async () => {
  let status = 404;
  const notes = await startIncident([], (method) => (method === 'DELETE' ? { status, body: {} } : undefined));
  const request = { method: 'DELETE', path: '/incidents/Q1/notes/N0', content: null, expects: null } as const;
  await notes.undo('Q1', request, reason, signal);
  status = 403;
  expect((await captureAppError(() => notes.undo('Q1', request, reason, signal))).code).toBe('permission_missing');
});

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
  const { readAlertText } = createProviderAccess({
    retryAfterMs: 1,
    now,
    outbound: openOutboundConnections(['loopback']),
  });
  const address = { provider: 'pagerduty', account: 'acme', baseUrl: server.url } as const;
  return readAlertText(address, token, id, new AbortController().signal);
}

it('reads the text of the alerts without repetitions', async () => {
  const text = await read({ '/incidents/P1': { body: { incident } }, '/incidents/P1/alerts': { body: { alerts } } });
  expect(text).toBe('last_log: connection pool exhausted\nregion: eu-west\n\nQueue grows');
});

it('returns an empty text for an incident without alerts, and throws for an unknown incident', async () => {
  expect(await read({ '/incidents/P1': { body: { incident: { ...incident, alert_counts: { all: 0 } } } } })).toBe('');
  await expect(read({})).rejects.toMatchObject({ code: 'not_found' });
});

it('sends no request for the alert text if the incident id would change the request path', async () => {
  for (const id of ['../users', 'P1/../users', 'P1?include=all', '..', '']) {
    await expect(read({}, id)).rejects.toMatchObject({ code: 'invalid_input' });
  }
  expect(servers.flatMap(({ requests: asked }) => asked)).toEqual([]);
});
