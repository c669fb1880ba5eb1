import { dayInMs, minuteInMs } from '@refrain/domain';
import { z } from 'zod';
import type { Page, StreamPageRequest } from '../../contract/failure-source.ts';
import type { PagerDutyClient } from '../client/client.ts';
import { isId } from '../client/id.ts';
import type { Query } from '../client/send.ts';
import { LogEntry } from '../records/schema.ts';
import { isMitigationLogEntry } from '../records/timing.ts';
import { listStaleIncidents, readIncidentLog } from './log-entries.ts';
import { readIncidentDetails } from './read-incident-details.ts';
import { createIncidentRecord, incidentIncludeParameter, ListedIncident, readIncident } from './records.ts';
import type { PlanFeatureCache } from './related-incident-data.ts';
import {
  advanceCursor,
  createPagerDutyCursor,
  type PagerDutyCursor,
  parsePagerDutyCursor,
  planTimeWindows,
  splitWindowByUrgency,
  type TimeWindow,
} from './windows.ts';

const limit = 100;
/** Overlap of the periods of consecutive syncs, because an incident may appear in the list late. */
const overlapMs = 10 * minuteInMs;
/** How far back a backfill of a limited period searches for changes of older incidents. */
const changedWithinMs = 7 * dayInMs;
const incidentsByIdPerPage = 50;
/** A sync with more incidents than this counts as an alert storm. */
const maxByOwnLog = 300;
/** Number of incidents that are sampled to find out which custom fields an account uses. */
const sampled = 10;

const IncidentPage = z.object({ incidents: z.array(ListedIncident), more: z.boolean().default(false) });
const IncidentCount = z.object({ total: z.number().int().nonnegative() });

/** Reads a page of the incidents of a service, or of all services if `service` is null. */
export async function pullIncidents(
  client: PagerDutyClient,
  service: string | null,
  request: StreamPageRequest,
  plans: PlanFeatureCache,
  now: number,
): Promise<Page> {
  const cursor =
    request.cursor === null ? await startCursor(client, service, request, now) : parsePagerDutyCursor(request.cursor);
  const [window] = cursor.windows;
  const listed =
    window === undefined
      ? await pageById(client, cursor)
      : withoutListed(await fetchIncidentPage(client, service, window, cursor));
  const isInBulk = window !== undefined && cursor.ownLogs !== true;
  const details = await readIncidentDetails(client, listed.incidents, { isInBulk, plans, now });
  const records = details.map(createIncidentRecord);
  const page = { ...listed, incidents: details.map(({ incident }) => incident) };
  // Not needed in a backfill of all services, whose lists contain the targets of merges.
  const followsMerges = request.findKnown !== undefined || service !== null;
  const next = followsMerges ? withTargets(page, cursor) : page.next;
  return { records, next: next === null ? null : JSON.stringify(next), expected: next?.expected ?? cursor.expected };
}

interface IncidentsAndNext {
  readonly incidents: ListedIncident[];
  readonly next: PagerDutyCursor | null;
}

/** Removes incidents that are on this page from those that are still to be read by id. */
function withoutListed({ incidents, next }: IncidentsAndNext): IncidentsAndNext {
  if (next === null || next.incidents.length === 0) return { incidents, next };
  const listed = new Set(incidents.map(({ id }) => id));
  const unlisted = next.incidents.filter((id) => !listed.has(id));
  const expected = next.expected - (next.incidents.length - unlisted.length);
  const isOver = next.windows.length + unlisted.length === 0;
  return { incidents, next: isOver ? null : { ...next, incidents: unlisted, expected } };
}

/**
 * Adds the targets of merges to the incidents to read by id. The lists do not show that a merge gave an incident new
 * alerts, and omit incidents out of scope.
 */
function withTargets(
  { incidents, next }: IncidentsAndNext,
  { targets: known = [], expected }: PagerDutyCursor,
): PagerDutyCursor | null {
  const named = incidents.flatMap(({ resolve_reason }) => resolve_reason?.incident?.id ?? []);
  const isRead = new Set([...known, ...(next?.incidents ?? []), ...incidents.map(({ id }) => id)]);
  const added = [...new Set(named)].filter((id) => isId(id) && !isRead.has(id));
  if (added.length === 0) return next;
  const remainder = next ?? { windows: [], offset: 0, incidents: [], expected };
  return {
    ...remainder,
    incidents: [...remainder.incidents, ...added],
    targets: [...known, ...added],
    expected: remainder.expected + added.length,
  };
}

export async function fetchIncidentPage(
  client: PagerDutyClient,
  service: string | null,
  window: TimeWindow,
  cursor: PagerDutyCursor,
): Promise<IncidentsAndNext> {
  const order = window.order ?? 'desc';
  const query: Query = {
    ...ofService(service),
    ...(window.urgency === undefined ? {} : { 'urgencies[]': [window.urgency] }),
    since: window.since,
    until: window.until,
    time_zone: 'UTC',
    sort_by: `created_at:${order},incident_number:${order}`,
    'include[]': incidentIncludeParameter,
    limit: String(limit),
    offset: String(cursor.offset),
  };
  const what = service === null ? 'the incidents' : `the incidents of service ${service}`;
  const page = await client.request({ path: '/incidents', query, what }, IncidentPage);
  return { incidents: page.incidents, next: advanceCursor(cursor, limit, page.more) };
}

async function pageById(client: PagerDutyClient, cursor: PagerDutyCursor): Promise<IncidentsAndNext> {
  const incidents: ListedIncident[] = [];
  for (const id of cursor.incidents.slice(0, incidentsByIdPerPage)) {
    const found = await readIncident(client, id);
    if (found !== null) incidents.push(found);
  }
  const remaining = cursor.incidents.slice(incidentsByIdPerPage);
  return { incidents, next: remaining.length === 0 ? null : { ...cursor, incidents: remaining } };
}

async function startCursor(
  client: PagerDutyClient,
  service: string | null,
  request: StreamPageRequest,
  now: number,
): Promise<PagerDutyCursor> {
  const since = request.since === null ? await findOldest(client, service, now) : Date.parse(request.since) - overlapMs;
  const windows = await planIncidentWindows(client, service, since, now);
  const logSince = request.findKnown === undefined ? Math.max(since, now - changedWithinMs) : since;
  const logged = request.since === null ? [] : await listStaleIncidents(client, service, logSince, now);
  const incidents = [...new Set([...logged, ...(request.staleIds ?? [])])].filter(isId).sort();
  const cursor = createPagerDutyCursor(windows, incidents);
  return { ...cursor, ownLogs: await wantsOwnLogs(client, service, request, cursor.expected - incidents.length) };
}

/**
 * Tells whether to read the log of each incident separately, because the account's log lacks changes of custom fields.
 * A sync does so except in an alert storm. A backfill does so if the newest resolved incidents have a custom field for
 * mitigation.
 */
async function wantsOwnLogs(
  client: PagerDutyClient,
  service: string | null,
  { findKnown }: StreamPageRequest,
  listed: number,
): Promise<boolean> {
  if (findKnown !== undefined) return listed <= maxByOwnLog;
  if (listed === 0) return false;
  const query = {
    ...ofService(service),
    'statuses[]': ['resolved'],
    date_range: 'all',
    limit: String(sampled),
    sort_by: 'created_at:desc',
  };
  const page = await client.request({ path: '/incidents', query, what: 'the newest incidents' }, IncidentPage);
  for (const { id } of page.incidents) {
    const log = await readIncidentLog(client, id);
    if (log === null) return false;
    if (z.array(LogEntry).safeParse(log).data?.some(isMitigationLogEntry)) return true;
  }
  return false;
}

/** Returns when the oldest incident was created, so that no empty years are requested; `now` if there is none. */
async function findOldest(client: PagerDutyClient, service: string | null, now: number): Promise<number> {
  const query = { ...ofService(service), date_range: 'all', sort_by: 'created_at:asc', limit: '1', time_zone: 'UTC' };
  const page = await client.request({ path: '/incidents', query, what: 'the oldest incident' }, IncidentPage);
  const oldest = Date.parse(page.incidents[0]?.created_at ?? '');
  return Number.isNaN(oldest) ? now : oldest;
}

/** Splits a period, in milliseconds since 1970, into windows with few enough incidents to be read. */
export function planIncidentWindows(
  client: PagerDutyClient,
  service: string | null,
  since: number,
  until: number,
): Promise<TimeWindow[]> {
  const count = async (window: Query): Promise<number> => {
    const query = { ...ofService(service), ...window, limit: '1', offset: '0', total: 'true', time_zone: 'UTC' };
    const what = service === null ? 'the number of incidents' : `the number of incidents of service ${service}`;
    return (await client.request({ path: '/incidents', query, what }, IncidentCount)).total;
  };
  return planTimeWindows(
    since,
    until,
    (from, to) => count({ since: from, until: to }),
    (second) =>
      splitWindowByUrgency(second, (urgency) =>
        count({ since: second.since, until: second.until, 'urgencies[]': [urgency] }),
      ),
  );
}

function ofService(service: string | null): Query {
  return service === null ? {} : { 'service_ids[]': [service] };
}
