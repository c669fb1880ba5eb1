import type { WorldIncident, WorldLogEntry } from '../world.ts';

type Status = 'triggered' | 'acknowledged' | 'resolved';

const statusAfter: Readonly<Record<string, Status>> = {
  trigger_log_entry: 'triggered',
  unacknowledge_log_entry: 'triggered',
  acknowledge_log_entry: 'acknowledged',
  resolve_log_entry: 'resolved',
};

/** Returns the log entry that led to an incident's status; null if the log has none. */
export function findLastStatusChange(incident: WorldIncident): WorldLogEntry | null {
  return incident.logEntries.findLast(({ type }) => statusAfter[type] !== undefined) ?? null;
}

/** Returns an incident's status. `resolvedAt` takes precedence over the log, because the log in the initial world may be incomplete. */
export function findIncidentStatus(incident: WorldIncident): Status {
  if (incident.resolvedAt !== null) return 'resolved';
  const last = findLastStatusChange(incident);
  return last?.type === 'acknowledge_log_entry' ? 'acknowledged' : 'triggered';
}
