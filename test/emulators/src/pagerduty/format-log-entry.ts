import { createPagerDutyId } from '../http/create-numeric-id.ts';
import type { WorldIncident, WorldLogEntry } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import {
  createIncidentReference,
  createPagerDutyReference,
  createServiceReference,
  createUserReference,
} from './create-reference.ts';
import { formatService } from './format-service.ts';

function agentOf(context: PagerDutyContext, incident: WorldIncident, entry: WorldLogEntry) {
  const userId = entry.userId ?? incident.assigneeId;
  return userId === null ? createServiceReference(context, incident.serviceId) : createUserReference(context, userId);
}

function presentField({ name, value }: NonNullable<WorldLogEntry['field']>) {
  return { id: createPagerDutyId('field', name), name, value: [value], namespace: 'incidents', old_value: null };
}

function presentChannel(incident: WorldIncident, entry: WorldLogEntry, whole: boolean) {
  const { summary } = entry;
  if (entry.type === 'annotate_log_entry') return { type: 'note', summary: entry.note ?? summary };
  if (entry.field !== undefined) return { type: 'auto', changeset: { customer_fields: [presentField(entry.field)] } };
  if (entry.type !== 'trigger_log_entry') return { type: 'auto', summary };
  if (incident.isDeclared) {
    return { type: 'web_trigger', summary: incident.title, ...(whole ? { details: incident.description } : {}) };
  }
  const details = incident.alerts[0]?.details ?? {};
  return { type: 'api', summary: incident.title, ...(whole ? { incident_key: incident.incidentKey, details } : {}) };
}

/** Formats a log entry. `include` names additional data: `services` or `channels`. */
export function formatLogEntry(
  context: PagerDutyContext,
  incident: WorldIncident,
  entry: WorldLogEntry,
  include: readonly string[] = [],
) {
  const service = context.state.services.get(incident.serviceId);
  return {
    ...createPagerDutyReference(context, 'log_entry', 'log_entries', entry.id, entry.summary),
    type: entry.type,
    created_at: entry.createdAt,
    agent: agentOf(context, incident, entry),
    channel: presentChannel(incident, entry, include.includes('channels')),
    service:
      include.includes('services') && service
        ? formatService(context, service)
        : createServiceReference(context, incident.serviceId),
    incident: createIncidentReference(context, incident),
    teams: [],
    contexts: [],
    ...(entry.note === undefined ? {} : { note: entry.note }),
    event_details: { description: entry.summary },
  };
}
