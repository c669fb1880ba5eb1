import { dayInMs } from '@refrain/domain';
import { findQueryValue, listQueryValues, type Query } from '../http/reply.ts';
import type { WorldIncident } from '../world.ts';
import { findIncidentStatus } from './find-incident-status.ts';
import type { PagerDutyState } from './pagerduty-state.ts';
import { parseIsoTime } from './parse-iso-time.ts';

/** Period of the list; 'invalid' if a time is invalid, 'too long' if it exceeds PagerDuty's limit of six months. */
type Window = { readonly since: number; readonly until: number } | 'invalid' | 'too long';

/** Six months have at most 184 days. */
const maxMs = 184 * dayInMs;
const defaultMs = 30 * dayInMs;

function readWindow(query: Query, accountZone: string, now: number): Window {
  if (findQueryValue(query, 'date_range') === 'all')
    return { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
  const zone = findQueryValue(query, 'time_zone') ?? accountZone;
  const bounds = { since: findQueryValue(query, 'since'), until: findQueryValue(query, 'until') };
  const until = bounds.until === undefined ? null : parseIsoTime(bounds.until, zone);
  const since = bounds.since === undefined ? (until ?? now) - defaultMs : parseIsoTime(bounds.since, zone);
  const end = until ?? (bounds.since === undefined ? now : Math.min(now, since + defaultMs));
  if (Number.isNaN(since) || Number.isNaN(end)) return 'invalid';
  return end - since > maxMs ? 'too long' : { since, until: end };
}

const sortKeys: Readonly<Record<string, (incident: WorldIncident) => string | number>> = {
  incident_number: ({ number }) => number,
  created_at: ({ createdAt }) => Date.parse(createdAt),
  resolved_at: ({ resolvedAt }) => (resolvedAt === null ? Number.POSITIVE_INFINITY : Date.parse(resolvedAt)),
  urgency: ({ urgency }) => urgency,
};

function createOrder(query: Query): (a: WorldIncident, b: WorldIncident) => number {
  const keys = listQueryValues(query, 'sort_by')
    .flatMap((text) => text.split(','))
    .map((text) => text.split(':'))
    .flatMap(([name, direction]) => {
      const key = sortKeys[name ?? ''];
      return key === undefined ? [] : [{ key, sign: direction === 'desc' ? -1 : 1 }];
    });
  return (a, b) => {
    for (const { key, sign } of keys) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -sign : sign;
    }
    return a.number - b.number;
  };
}

function createFilter(query: Query): (incident: WorldIncident) => boolean {
  const key = findQueryValue(query, 'incident_key');
  const filters: readonly [string, (incident: WorldIncident) => string | null][] = [
    ['statuses', findIncidentStatus],
    ['service_ids', ({ serviceId }) => serviceId],
    ['urgencies', ({ urgency }) => urgency],
    // PagerDuty removes the assignees of a resolved incident, so a filter by assignee selects no resolved incidents.
    ['user_ids', ({ resolvedAt, assigneeId }) => (resolvedAt === null ? assigneeId : null)],
  ];
  const active = filters
    .map(([name, read]) => ({ wanted: new Set<string | null>(listQueryValues(query, name)), read }))
    .filter(({ wanted }) => wanted.size > 0);
  return (incident) =>
    active.every(({ wanted, read }) => wanted.has(read(incident))) &&
    (key === undefined || incident.incidentKey === key);
}

/**
 * Returns the incidents that a query of `GET /incidents` selects, or a message if the query is invalid. The period of a query is one month
 * by default and at most six months.
 */
export type SelectIncidents = (query: Query, now: number) => readonly WorldIncident[] | string;

const keptSelections = 16;
/** Query parameters that select a page of a list and do not change the list itself. */
const paging: ReadonlySet<string> = new Set(['limit', 'offset', 'total', 'include', 'include[]', 'since', 'until']);

/** Caches the latest selections until an incident changes, because clients request one page after another. */
export function createIncidentSelector(state: PagerDutyState): SelectIncidents {
  const kept = new Map<string, readonly WorldIncident[]>();
  let version = -1;

  return (query, now) => {
    const window = readWindow(query, state.timeZone, now);
    if (window === 'invalid') return 'since and until must be ISO 8601 times';
    if (window === 'too long') return 'The date range must not exceed 6 months';
    if (version !== state.version) kept.clear();
    version = state.version;
    const rest = Object.entries(query).filter(([name]) => !paging.has(name));
    const key = JSON.stringify([`${window.since}`, `${window.until}`, rest]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const selected = state
      .incidentsBetween(window.since, window.until)
      .filter(createFilter(query))
      .sort(createOrder(query));
    if (kept.size >= keptSelections) kept.delete(kept.keys().next().value ?? '');
    kept.set(key, selected);
    return selected;
  };
}
