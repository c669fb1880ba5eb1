import { mapNamesToRoles, type Roles } from '../../people/people.ts';
import type { Agent, IncidentRecord, LogEntry, Note } from './schema.ts';

type IncidentHistory = Pick<IncidentRecord, 'incident' | 'notes'> & { readonly logEntries: readonly LogEntry[] | null };

/** Log entries for opening an incident or being notified, which do not count as work. */
const noWork = new Set(['trigger_log_entry', 'notify_log_entry']);

/** Counts the people who acted on an incident, wrote a note or joined; null if unknown. Only the count is kept. */
export function countResponders({ incident, notes, logEntries }: IncidentHistory): number | null {
  const acted = (logEntries ?? []).filter(({ type }) => !noWork.has(type)).map(({ agent }) => agent);
  const joined = (incident.incidents_responders ?? []).filter(({ state }) => state === 'joined');
  const people = [
    ...acted,
    ...notes.map(({ user }) => user),
    ...(incident.acknowledgements ?? []).map(({ acknowledger }) => acknowledger),
    ...joined.map(({ user }) => user),
  ].flatMap((agent) => (isPerson(agent) ? (agent?.id ?? agent?.summary ?? []) : []));
  return people.length === 0 && logEntries === null ? null : new Set(people).size;
}

/** Maps people to numbered roles in the order of appearance, so that texts stay readable without names. */
export function assignResponderRoles({ incident, notes, logEntries }: IncidentHistory, agent: Agent | null): Roles {
  const others = [
    ...(logEntries ?? []).map((entry) => entry.agent),
    ...(incident.incidents_responders ?? []).map(({ user }) => user),
    incident.last_status_change_by,
    agent,
  ];
  const names = [
    ...(incident.assignments ?? []).map(({ assignee }) => assignee?.summary),
    ...(incident.assignees ?? []).map((assignee) => assignee.summary),
    ...(incident.acknowledgements ?? []).map(({ acknowledger }) => acknowledger?.summary),
    ...sortNotes(notes).flatMap(({ user }) => (isPerson(user) ? [user?.summary, user?.email] : [])),
    ...others.flatMap((other) => (isPerson(other) ? [other?.summary] : [])),
  ];
  const distinct = [...new Set(names.filter((name) => typeof name === 'string' && name !== ''))];
  return mapNamesToRoles(distinct.map((name, index) => ({ role: `responder ${index + 1}`, names: [name] })));
}

export function sortNotes(notes: readonly Note[]): Note[] {
  return [...notes].sort((a, b) => Date.parse(a.created_at ?? '') - Date.parse(b.created_at ?? '') || 0);
}

function isPerson(agent: Agent | null | undefined): boolean {
  return agent?.type === undefined || agent.type === null || agent.type.startsWith('user');
}
