import type { WorldIncident, WorldLogEntry } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import { incidentReference, reference, serviceReference, userReference } from './reference.ts';

export function presentLogEntry(context: PagerDutyContext, incident: WorldIncident, entry: WorldLogEntry) {
  const service = serviceReference(context, incident.serviceId);
  return {
    ...reference(context, 'log_entry', 'log_entries', entry.id, entry.summary),
    type: entry.type,
    created_at: entry.createdAt,
    agent: incident.assigneeId === null ? service : userReference(context, incident.assigneeId),
    channel: { type: entry.type === 'trigger_log_entry' ? 'api' : 'auto', summary: entry.summary },
    service,
    incident: incidentReference(context, incident),
    teams: [],
    contexts: [],
    event_details: { description: entry.summary },
  };
}
