import { AppError, type ConnectionHealth, type ConnectionScope, dayInMs } from '@refrain/domain';
import { z } from 'zod';
import type { FailureSource, Page, PullRequest } from '../failure-source.ts';
import { inScope } from '../match-glob.ts';
import { createPagerDutyClient, type PagerDutyClient, type PagerDutyOptions, type Query } from './client.ts';
import { incidentRecord, ListedIncident, listAlerts, listNotes } from './records.ts';
import { listServices } from './services.ts';
import { afterPage, Cursor, planWindows } from './windows.ts';

const limit = 100;
/** PagerDuty filters by the time of creation: how long an incident's later changes are looked for. */
const incidentSettlesWithinMs = dayInMs;
/** No incident is older than PagerDuty. */
const firstInstant = Date.parse('2009-01-01T00:00:00Z');

/**
 * PagerDuty as a source of incidents, with their alerts and notes. Streams: `incidents`, or `incidents:<service id>` for
 * each service where the scope names some. A cursor holds the time windows that are left.
 */
export function createPagerDutySource(
  connection: { readonly account: string; readonly baseUrl: string | null },
  token: string,
  options: PagerDutyOptions,
): FailureSource {
  const client = createPagerDutyClient(connection.baseUrl, token, options);
  const now = options.now ?? Date.now;
  return {
    provider: 'pagerduty',
    verify: (signal) => verify(client, connection.account, signal),
    listStreams: (scope, signal) => listStreams(client, scope, signal),
    pull: (request, signal) => pull(client, request, now, signal),
  };
}

async function listStreams(client: PagerDutyClient, scope: ConnectionScope, signal: AbortSignal): Promise<string[]> {
  if (scope.services.length === 0) return ['incidents'];
  const services = await listServices(client, signal);
  return services
    .filter((service) => inScope(scope.services, service.name))
    .map((service) => `incidents:${service.id}`)
    .sort();
}

async function pull(
  client: PagerDutyClient,
  request: PullRequest,
  now: () => number,
  signal: AbortSignal,
): Promise<Page> {
  const filter = parseStream(request.stream);
  const cursor = request.cursor === null ? await plan(client, filter, request, now(), signal) : read(request.cursor);
  const [window] = cursor.windows;
  if (window === undefined) return { records: [], next: null, expected: cursor.expected };
  const query: Query = {
    ...filter,
    since: window.since,
    until: window.until,
    sort_by: 'created_at:desc',
    limit: String(limit),
    offset: String(cursor.offset),
  };
  const page = await client.get('/incidents', query, IncidentPage, 'the incidents', signal);
  const records = [];
  for (const incident of page.incidents) {
    const alerts = await listAlerts(client, incident, signal);
    records.push(incidentRecord(incident, alerts, await listNotes(client, incident, signal)));
  }
  const next = afterPage(cursor, limit, page.more);
  return { records, next: next === null ? null : JSON.stringify(next), expected: cursor.expected };
}

const IncidentPage = z.object({ incidents: z.array(ListedIncident), more: z.boolean().default(false) });
const IncidentCount = z.object({ total: z.number().int().nonnegative() });

/** Counts first: so the total is known from the first page on, and no window holds more than can be read. */
async function plan(
  client: PagerDutyClient,
  filter: Query,
  request: PullRequest,
  now: number,
  signal: AbortSignal,
): Promise<Cursor> {
  const since = request.since === null ? firstInstant : Date.parse(request.since) - incidentSettlesWithinMs;
  const windows = await planWindows(since, now, async (from, until) => {
    const query: Query = { ...filter, since: from, until, limit: '1', offset: '0', total: 'true' };
    return (await client.get('/incidents', query, IncidentCount, 'the number of incidents', signal)).total;
  });
  return { windows, offset: 0, expected: windows.reduce((sum, window) => sum + window.total, 0) };
}

function parseStream(stream: string): Query {
  if (stream === 'incidents') return {};
  const service = /^incidents:([A-Z\d]{1,40})$/iu.exec(stream)?.[1];
  if (service === undefined) {
    throw new AppError('invalid_input', `PagerDuty has no stream "${stream.slice(0, 200)}"`);
  }
  return { 'service_ids[]': [service] };
}

function read(cursor: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(cursor));
  } catch {
    throw new AppError('invalid_input', 'The cursor of this stream cannot be read: start its backfill anew');
  }
}

/** What the key can see. A key without access to incidents is of no use; it is told and not refused. */
async function verify(client: PagerDutyClient, account: string, signal: AbortSignal): Promise<ConnectionHealth> {
  const services = await listServices(client, signal);
  const missing: ConnectionHealth['missing'] = [];
  await client.get('/incidents', { limit: '1' }, IncidentPage, 'the incidents', signal).catch((thrown: unknown) => {
    if (!(thrown instanceof AppError && thrown.code === 'permission_missing')) throw thrown;
    missing.push({ permission: 'incidents.read', costs: 'every incident' });
  });
  const budget = client.budget();
  return {
    account: services.map((service) => subdomainOf(service.html_url)).find((name) => name !== null) ?? account,
    visible: services.map((service) => service.name).sort(),
    missing,
    budget: budget && { ...budget, resetsAt: new Date(budget.resetsAt).toISOString() },
  };
}

/** Objects carry the address of their page, whose host begins with the account's subdomain. */
function subdomainOf(url: string | null | undefined): string | null {
  return /^https:\/\/([a-z\d-]{1,63})(?:\.eu)?\.pagerduty\.com\//u.exec(url ?? '')?.[1] ?? null;
}
