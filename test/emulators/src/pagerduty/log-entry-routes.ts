import { type Call, findQueryValue, listQueryValues, type Query, type Reply, type Route } from '../http/reply.ts';
import type { WorldIncident, WorldLogEntry } from '../world.ts';
import { type PagerDutyContext, replyWithList, withIncident } from './context.ts';
import { argumentError, notFound } from './error-reply.ts';
import { formatIncident } from './format-incident.ts';
import { formatLogEntry } from './format-log-entry.ts';
import { parseIsoTime } from './parse-iso-time.ts';

interface Logged {
  readonly incident: WorldIncident;
  readonly entry: WorldLogEntry;
}

/** Types of log entries that `is_overview` selects: changes to the incident itself, but no notifications. */
const important: ReadonlySet<string> = new Set(
  ['trigger', 'acknowledge', 'unacknowledge', 'resolve', 'escalate', 'assign', 'snooze', 'annotate'].map(
    (name) => `${name}_log_entry`,
  ),
);

function readWindow(query: Query, accountZone: string): { since: number; until: number } {
  const zone = findQueryValue(query, 'time_zone') ?? accountZone;
  const read = (name: string, otherwise: number): number => {
    const text = findQueryValue(query, name);
    return text === undefined ? otherwise : parseIsoTime(text, zone);
  };
  return { since: read('since', Number.NEGATIVE_INFINITY), until: read('until', Number.POSITIVE_INFINITY) };
}

/** Routes for the log of one incident and of the account, newest entry first (https://developer.pagerduty.com/api-reference). */
export function logEntryRoutes(context: PagerDutyContext): Route[] {
  const { state } = context;

  function present({ incident, entry }: Logged, query: Query) {
    const include = listQueryValues(query, 'include');
    const presented = formatLogEntry(context, incident, entry, include);
    return include.includes('incidents') ? { ...presented, incident: formatIncident(context, incident) } : presented;
  }
  function reply(call: Call, list: (since: number, until: number) => readonly Logged[]): Reply {
    const { since, until } = readWindow(call.query, state.timeZone);
    if (Number.isNaN(since) || Number.isNaN(until)) return argumentError(['since and until must be ISO 8601 times']);
    const isOverview = findQueryValue(call.query, 'is_overview') === 'true';
    const wanted = list(since, until).filter(({ entry }) => !isOverview || important.has(entry.type));
    return replyWithList(call, 'log_entries', wanted.reverse(), (logged) => present(logged, call.query));
  }
  function withIncidents(since: number, until: number): Logged[] {
    return state.logBetween(since, until).flatMap(({ incidentId, entry }) => {
      const incident = state.findIncident(incidentId);
      return incident === null ? [] : [{ incident, entry }];
    });
  }
  return [
    {
      method: 'get',
      path: '/incidents/:id/log_entries',
      scope: 'incidents.read',
      handle: withIncident(context, (incident, call) =>
        reply(call, (since, until) =>
          incident.logEntries
            .map((entry) => ({ incident, entry, at: Date.parse(entry.createdAt) }))
            .filter(({ at }) => at >= since && at < until)
            .sort((a, b) => a.at - b.at),
        ),
      ),
    },
    {
      method: 'get',
      path: '/log_entries',
      scope: 'incidents.read',
      handle: (call) => reply(call, withIncidents),
    },
    {
      method: 'get',
      path: '/log_entries/:id',
      scope: 'incidents.read',
      handle: (call) => {
        const logged = state.findLogEntry(call.parameters.id ?? '');
        const incident = logged === null ? null : state.findIncident(logged.incidentId);
        if (logged === null || incident === null) return notFound();
        return { status: 200, body: { log_entry: present({ incident, entry: logged.entry }, call.query) } };
      },
    },
  ];
}
