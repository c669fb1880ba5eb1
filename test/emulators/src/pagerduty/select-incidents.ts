import { dayInMs } from '@refrain/domain';
import { type Query, queryValue, queryValues } from '../http/reply.ts';
import type { WorldIncident } from '../world.ts';
import { incidentStatus } from './present-incident.ts';

/** 'invalid' where one of the times cannot be read, 'too long' beyond PagerDuty's six months. */
type Window = { readonly since: number; readonly until: number } | 'invalid' | 'too long';

/** Half a year may have 184 days. */
const longestMs = 184 * dayInMs;
const defaultMs = 30 * dayInMs;

function readWindow(query: Query, now: number): Window {
  if (queryValue(query, 'date_range') === 'all')
    return { since: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
  const given = { since: queryValue(query, 'since'), until: queryValue(query, 'until') };
  const until = given.until === undefined ? null : Date.parse(given.until);
  const since = given.since === undefined ? (until ?? now) - defaultMs : Date.parse(given.since);
  const end = until ?? (given.since === undefined ? now : Math.min(now, since + defaultMs));
  if (Number.isNaN(since) || Number.isNaN(end)) return 'invalid';
  return end - since > longestMs ? 'too long' : { since, until: end };
}

const sortKeys: Readonly<Record<string, (incident: WorldIncident) => string | number>> = {
  incident_number: ({ number }) => number,
  created_at: ({ createdAt }) => Date.parse(createdAt),
  resolved_at: ({ resolvedAt }) => (resolvedAt === null ? Number.POSITIVE_INFINITY : Date.parse(resolvedAt)),
  urgency: ({ urgency }) => urgency,
};

function createOrder(query: Query): (a: WorldIncident, b: WorldIncident) => number {
  const keys = queryValues(query, 'sort_by')
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

/**
 * The incidents of `GET /incidents`, in its order; one month unless a window is given, at most six
 * (https://developer.pagerduty.com/api-reference, list incidents). Or what is wrong with the query.
 */
export function selectIncidents(
  incidents: Iterable<WorldIncident>,
  query: Query,
  now: number,
): readonly WorldIncident[] | string {
  const window = readWindow(query, now);
  if (window === 'invalid') return 'since and until must be ISO 8601 times';
  if (window === 'too long') return 'The date range must not exceed 6 months';
  const statuses = queryValues(query, 'statuses');
  const services = queryValues(query, 'service_ids');
  const urgencies = queryValues(query, 'urgencies');
  const key = queryValue(query, 'incident_key');
  return [...incidents]
    .filter((incident) => {
      const at = Date.parse(incident.createdAt);
      return at >= window.since && at < window.until;
    })
    .filter((incident) => statuses.length === 0 || statuses.includes(incidentStatus(incident)))
    .filter((incident) => services.length === 0 || services.includes(incident.serviceId))
    .filter((incident) => urgencies.length === 0 || urgencies.includes(incident.urgency))
    .filter((incident) => key === undefined || incident.incidentKey === key)
    .sort(createOrder(query));
}
