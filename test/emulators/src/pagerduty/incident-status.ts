import type { WorldIncident, WorldLogEntry } from '../world.ts';

type Status = 'triggered' | 'acknowledged' | 'resolved';

const statusAfter: Readonly<Record<string, Status>> = {
  trigger_log_entry: 'triggered',
  unacknowledge_log_entry: 'triggered',
  acknowledge_log_entry: 'acknowledged',
  resolve_log_entry: 'resolved',
};

/** The entry that gave an incident the status that it has; null where the log does not say. */
export function lastStatusChange(incident: WorldIncident): WorldLogEntry | null {
  return incident.logEntries.findLast(({ type }) => statusAfter[type] !== undefined) ?? null;
}

/** `resolvedAt` decides over the log, which a world may give in part. */
export function incidentStatus(incident: WorldIncident): Status {
  if (incident.resolvedAt !== null) return 'resolved';
  const last = lastStatusChange(incident);
  return last?.type === 'acknowledge_log_entry' ? 'acknowledged' : 'triggered';
}
