import {
  AppError,
  type ConnectionHealth,
  type ConnectionScope,
  dayInMs,
  minuteInMs,
  type RawRecord,
} from '@refrain/domain';
import { z } from 'zod';
import type { FailureSource, Page, PullRequest } from '../failure-source.ts';
import { inScope } from '../match-glob.ts';
import { createPagerDutyClient, type PagerDutyClient, type PagerDutyOptions, type Query } from './client.ts';
import { incidentRecord, ListedIncident, listAlerts, listNotes, noneIfMissing } from './records.ts';
import { listServices } from './services.ts';
import { listTouchedIncidents } from './touched-incidents.ts';
import { afterPage, Cursor, planWindows, type Window } from './windows.ts';

const limit = 100;
/** Asked for once more at each start, as an incident may appear in the list a little after its time. */
const overlapMs = 10 * minuteInMs;
/** A start no longer ago than this is a sync: what happened to older incidents since then is wanted too. */
const longestSyncMs = 7 * dayInMs;
const incidentsByIdPerPage = 50;
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
  const service = parseStream(request.stream);
  const cursor = request.cursor === null ? await plan(client, service, request, now(), signal) : read(request.cursor);
  const [window] = cursor.windows;
  const page =
    window === undefined
      ? await pageById(client, cursor, signal)
      : await pageOf(client, service, window, cursor, signal);
  const records: RawRecord[] = [];
  for (const incident of page.incidents) {
    const alerts = await listAlerts(client, incident, signal);
    records.push(incidentRecord(incident, alerts, await listNotes(client, incident, signal)));
  }
  return { records, next: page.next === null ? null : JSON.stringify(page.next), expected: cursor.expected };
}

interface IncidentsAndNext {
  readonly incidents: ListedIncident[];
  readonly next: Cursor | null;
}

async function pageOf(
  client: PagerDutyClient,
  service: string | null,
  window: Window,
  cursor: Cursor,
  signal: AbortSignal,
): Promise<IncidentsAndNext> {
  const query: Query = {
    ...ofService(service),
    since: window.since,
    until: window.until,
    sort_by: 'created_at:desc',
    limit: String(limit),
    offset: String(cursor.offset),
  };
  const page = await client.get('/incidents', query, IncidentPage, 'the incidents', signal);
  return { incidents: page.incidents, next: afterPage(cursor, limit, page.more) };
}

async function pageById(client: PagerDutyClient, cursor: Cursor, signal: AbortSignal): Promise<IncidentsAndNext> {
  const incidents: ListedIncident[] = [];
  for (const id of cursor.incidents.slice(0, incidentsByIdPerPage)) {
    const found = await client
      .get(`/incidents/${id}`, {}, z.object({ incident: ListedIncident }), `incident ${id}`, signal)
      .catch(noneIfMissing(null));
    if (found !== null) incidents.push(found.incident);
  }
  const left = cursor.incidents.slice(incidentsByIdPerPage);
  return { incidents, next: left.length === 0 ? null : { ...cursor, incidents: left } };
}

const IncidentPage = z.object({ incidents: z.array(ListedIncident), more: z.boolean().default(false) });
const IncidentCount = z.object({ total: z.number().int().nonnegative() });

/** Counts first: so the total is known from the first page on, and no window holds more than can be read. */
async function plan(
  client: PagerDutyClient,
  service: string | null,
  request: PullRequest,
  now: number,
  signal: AbortSignal,
): Promise<Cursor> {
  const since = request.since === null ? firstInstant : Date.parse(request.since) - overlapMs;
  const windows = await planWindows(since, now, async (from, until) => {
    const query: Query = { ...ofService(service), since: from, until, limit: '1', offset: '0', total: 'true' };
    return (await client.get('/incidents', query, IncidentCount, 'the number of incidents', signal)).total;
  });
  const [from, until] = [new Date(since).toISOString(), new Date(now).toISOString()];
  const isSync = now - since <= longestSyncMs;
  const incidents = isSync ? await listTouchedIncidents(client, service, from, until, signal) : [];
  const listed = windows.reduce((sum, window) => sum + window.total, 0);
  return { windows, offset: 0, incidents, expected: listed + incidents.length };
}

/** The id of the service that a stream is for; null for all of them. */
function parseStream(stream: string): string | null {
  const match = /^incidents(?::([A-Z\d]{1,40}))?$/iu.exec(stream);
  if (!match) throw new AppError('invalid_input', `PagerDuty has no stream "${stream.slice(0, 200)}"`);
  return match[1] ?? null;
}

function ofService(service: string | null): Query {
  return service === null ? {} : { 'service_ids[]': [service] };
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
