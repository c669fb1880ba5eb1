import { defaultConnectionScope } from '@refrain/domain';
import { afterEach, describe, expect, it } from 'vitest';
import type { Page } from '../contract/failure-source.ts';
import { providers } from '../registry/providers.ts';
import { captureAppError, type ReceivedRequest, type Reply, type TestServer } from '../testing.ts';
import { now, startPagerDutyTestSource, token } from './testing.ts';

const { readRecord } = providers;

const signal = new AbortController().signal;
const servers: TestServer[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function sourceOn(answer: Parameters<typeof startPagerDutyTestSource>[0]) {
  const started = await startPagerDutyTestSource(answer);
  servers.push(started.server);
  return started;
}

/** Responds to `/incidents` as PagerDuty does, with its limits for windows and offsets. */
function answerIncidents(url: URL, instants: readonly string[]): Reply {
  const query = (name: string) => url.searchParams.get(name) ?? '';
  if (query('date_range') === 'all') return { body: { incidents: [{ id: 'P', created_at: instants.at(-1) }] } };
  const [since, until] = [Date.parse(query('since')), Date.parse(query('until'))];
  const [limit, offset] = [Number(query('limit')), Number(query('offset'))];
  const tooLong = until - since > 184 * 86_400_000;
  if (tooLong || limit > 100 || offset + limit > 10_000 || !query('until').endsWith('Z'))
    return { status: 400, body: {} };
  const inside = instants
    .map((created_at, index) => ({ id: `P${index}`, created_at, title: `Incident ${index}` }))
    .filter(({ created_at }) => Date.parse(created_at) >= since && Date.parse(created_at) < until);
  const incidents = inside.slice(offset, offset + limit);
  const total = query('total') === 'true' ? inside.length : null;
  return { body: { incidents, limit, offset, more: offset + limit < inside.length, total } };
}

function answerAll(instants: readonly string[]) {
  return ({ url }: Pick<ReceivedRequest, 'url'>): Reply => {
    if (url.pathname.endsWith('/alerts')) return { body: { alerts: [], more: false } };
    if (url.pathname.endsWith('/notes')) return { body: { notes: [] } };
    if (url.pathname.endsWith('/log_entries')) return { body: { log_entries: [], more: false, total: 0 } };
    if (/\/(?:past|related|outlier)_/u.test(url.pathname)) return { status: 402, body: {} };
    return answerIncidents(url, instants);
  };
}

async function drain(pull: (cursor: string | null) => Promise<Page>): Promise<{ pages: Page[]; keys: string[] }> {
  const pages: Page[] = [];
  let cursor: string | null = null;
  do {
    const page: Page = await pull(cursor);
    pages.push(page);
    cursor = page.next;
  } while (cursor !== null);
  return { pages, keys: pages.flatMap((page) => page.records.map((record) => record.deliveryKey)) };
}

describe('pull', () => {
  it('pulls each incident of several years once, and returns the expected total from the first page on', async () => {
    const instants = Array.from({ length: 450 }, (_, day) => new Date(now() - (day + 1) * 86_400_000).toISOString());
    const { source } = await sourceOn(answerAll(instants));
    const since = '2023-01-01T00:00:00.000Z';
    const { pages, keys } = await drain((cursor) => source.pull({ stream: 'incidents', cursor, since }, signal));
    const wanted = instants.filter((instant) => instant >= since).length;
    expect(wanted).toBe(450);
    expect(new Set(keys).size).toBe(450);
    expect(pages.map((page) => page.expected)).toEqual(pages.map(() => 450));
    expect(pages.length).toBeGreaterThan(4);
  });

  it('pulls all incidents from the first one on if `since` is null', async () => {
    const { source } = await sourceOn(answerAll(['2011-03-04T05:06:07Z']));
    const { keys } = await drain((cursor) => source.pull({ stream: 'incidents', cursor, since: null }, signal));
    expect(keys).toHaveLength(1);
  });

  it('pulls alerts and notes, and pulls incidents without alerts and notes if the plan lacks them', async () => {
    const incident = {
      id: 'P1',
      title: 'High latency',
      description: 'High latency',
      created_at: '2024-05-31T10:00:00Z',
      updated_at: '2024-05-31T12:00:00Z',
      resolved_at: '2024-05-31T11:00:00Z',
      status: 'resolved',
      urgency: 'high',
      priority: { summary: 'P2' },
      service: { id: 'S1', summary: 'Checkout' },
      assignments: [{ assignee: { summary: 'Jo Doe' } }],
      html_url: 'https://acme.pagerduty.com/incidents/P1',
    };
    const alerts = [
      { id: 'A1', summary: 'p99 over 2 s', body: { details: { pool: { used: 20 }, client_url: 'http://x' } } },
    ];
    const notes = [
      {
        id: 'N2',
        content: 'Restarted, thanks Jo Doe',
        user: { type: 'user_reference', summary: 'Ann Other' },
        created_at: '2024-05-31T10:30:00Z',
      },
      {
        id: 'N1',
        content: 'Ann Other is looking',
        user: { type: 'user_reference', summary: 'Ann Other' },
        created_at: '2024-05-31T10:10:00Z',
      },
    ];
    let hasAlerts = true;
    const { source } = await sourceOn(({ url }) => {
      if (url.pathname.endsWith('/alerts')) return hasAlerts ? { body: { alerts } } : { status: 402, body: {} };
      if (url.pathname.endsWith('/notes')) return { body: { notes } };
      if (url.pathname === '/incidents') return { body: { incidents: [incident], total: 1, more: false } };
      return { status: 403, body: {} };
    });
    const request = { stream: 'incidents', cursor: null, since: '2024-05-31T00:00:00.000Z' };
    const [rich] = (await source.pull(request, signal)).records;
    hasAlerts = false;
    const [poor] = (await source.pull(request, signal)).records;
    expect(poor?.deliveryKey).not.toBe(rich?.deliveryKey);
    expect(readRecord('pagerduty', rich ?? { type: '', payload: null }).failures).toEqual([
      {
        kind: 'incident',
        externalId: 'P1',
        title: 'High latency',
        text: 'p99 over 2 s\n\nused: 20\n\nresponder 2 is looking\n\nRestarted, thanks responder 1',
        services: ['Checkout'],
        repository: null,
        environment: null,
        paths: [],
        sha: null,
        occurredAt: '2024-05-31T10:00:00.000Z',
        resolvedAt: '2024-05-31T11:00:00.000Z',
        precision: 'instant',
        severity: 'P2',
        url: incident.html_url,
        version: '2024-05-31T12:00:00.000Z',
        timing: null,
        urgency: 'high',
        responders: 1,
        references: [],
        isFailure: true,
        confidence: 1,
      },
    ]);
  });

  it('pulls older incidents that changed since the last sync', async () => {
    const entry = (id: string, created_at: string, type = 'resolve_log_entry', service = 'S1') => ({
      type,
      created_at,
      incident: { id },
      service: { id: service },
    });
    const log_entries = [
      entry('OLD1', '2024-05-31T23:30:00Z'),
      entry('OLD1', '2024-05-31T23:20:00Z', 'annotate_log_entry'),
      entry('GONE', '2024-05-31T23:30:00Z'),
      entry('ELSE', '2024-05-31T23:30:00Z', 'resolve_log_entry', 'S2'),
      entry('P0', '2024-05-31T23:40:00Z', 'trigger_log_entry'),
      entry('P0', '2024-05-31T23:45:00Z'),
    ];
    const { source } = await sourceOn(({ url }) => {
      if (url.pathname === '/log_entries') return { body: { log_entries, more: false, total: log_entries.length } };
      if (url.pathname === '/incidents/GONE') return { status: 404, body: {} };
      const id = /^\/incidents\/(\w+)$/u.exec(url.pathname)?.[1];
      if (id) return { body: { incident: { id, title: 'Old', created_at: '2023-01-01T00:00:00Z' } } };
      return answerAll(['2024-05-31T23:40:00Z'])({ url });
    });
    const request = { stream: 'incidents:S1', since: '2024-05-31T23:00:00.000Z' };
    const { pages } = await drain((cursor) => source.pull({ ...request, cursor }, signal));
    const records = pages.flatMap((page) => page.records);
    expect(records.map((record) => record.payload)).toMatchObject([
      { incident: { id: 'P0' } },
      { incident: { id: 'OLD1' } },
    ]);
    expect(pages.map(({ expected }) => expected)).toEqual([3, 3]);
  });

  it('requests only incidents of the services in scope', async () => {
    const { server, source } = await sourceOn(({ url }) =>
      url.pathname === '/services'
        ? {
            body: {
              services: [
                { id: 'S1', name: 'Checkout API' },
                { id: 'S2', name: 'Search' },
              ],
              more: false,
            },
          }
        : answerAll([])({ url }),
    );
    expect(await source.listStreams(defaultConnectionScope, signal)).toEqual(['change_events', 'incidents']);
    const [changes, stream] = await source.listStreams({ ...defaultConnectionScope, services: ['checkout*'] }, signal);
    expect([changes, stream]).toEqual(['change_events', 'incidents:S1']);
    await source.pull({ stream: stream ?? '', cursor: null, since: '2024-05-31T00:00:00.000Z' }, signal);
    const listed = server.requests.find((asked) => asked.url.pathname === '/incidents');
    expect(listed?.url.searchParams.getAll('service_ids[]')).toEqual(['S1']);
    expect(server.requests.at(-1)?.headers.authorization).toBe(`Token token=${token}`);
  });

  it('lists the services in scope with their teams, and never a user as a team', async () => {
    const reference = (type: string, summary: unknown) => ({ id: 'PX', type, summary });
    const services = [
      { id: 'S1', name: 'Search', teams: [reference('team_reference', 'Web'), reference('team', 'Data')] },
      { id: 'S2', name: 'Checkout', teams: [reference('user_reference', 'Robin Hale'), reference('team', ' ')] },
      { id: 'S3', name: 'Mail' },
      { id: 'S4', name: 'Vans', teams: 'none' },
    ];
    const { source, server } = await sourceOn(() => ({ body: { services, more: false } }));
    expect(await source.listInScope(defaultConnectionScope, new Set(), signal)).toEqual([
      { id: 'S2', name: 'Checkout', teams: [] },
      { id: 'S3', name: 'Mail', teams: [] },
      { id: 'S1', name: 'Search', teams: ['Data', 'Web'] },
      { id: 'S4', name: 'Vans', teams: [] },
    ]);
    expect(server.requests).toHaveLength(1);
  });

  it('rejects a stream of another provider, and a cursor that it did not return', async () => {
    const { source } = await sourceOn(() => ({}));
    for (const request of [
      { stream: 'pulls:acme/api', cursor: null, since: null },
      { stream: 'incidents', cursor: 'https://x', since: null },
    ]) {
      expect((await captureAppError(() => source.pull(request, signal))).code).toBe('invalid_input');
    }
  });
});

it('verify returns the subdomain, services and budget', async () => {
  const { source } = await sourceOn(({ url }) =>
    url.pathname === '/services'
      ? {
          headers: { 'ratelimit-limit': '960', 'ratelimit-remaining': '950', 'ratelimit-reset': '30' },
          body: {
            services: [{ id: 'S1', name: 'Search', html_url: 'https://acme-prod.pagerduty.com/service-directory/S1' }],
            more: false,
          },
        }
      : { status: 403, body: { error: { message: 'Access Denied' } } },
  );
  expect(await source.verify(signal)).toEqual({
    account: 'acme-prod',
    visible: ['Search'],
    missing: [
      { permission: 'incidents.read', costs: 'every incident' },
      { permission: 'change_events.read', costs: 'deployments that pipelines report to PagerDuty' },
      {
        permission: 'an API key that is not read-only',
        costs: 'webhooks, and notes on incidents that have happened before',
        isOptional: true,
      },
    ],
    budget: { limit: 960, remaining: 950, resetsAt: '2024-06-01T00:00:30.000Z' },
    respondedAt: expect.stringMatching(/^20\d\d-/u),
  });
});
