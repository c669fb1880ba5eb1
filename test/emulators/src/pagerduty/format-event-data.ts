import type { WorldIncident, WorldNote } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import {
  createIncidentReference,
  createPolicyReference,
  createServiceReference,
  createTeamReferences,
  createUserReference,
} from './create-reference.ts';
import { findIncidentStatus } from './find-incident-status.ts';
import { formatPriority, formatResolveReason } from './format-incident.ts';

/** Formats the incident in a v3 webhook. It has fewer fields than the incident in the REST API, and other field names. */
export function formatIncidentData(context: PagerDutyContext, incident: WorldIncident) {
  const { self, html_url } = createIncidentReference(context, incident);
  const open = incident.resolvedAt === null;
  return {
    id: incident.id,
    type: 'incident',
    self,
    html_url,
    number: incident.number,
    status: findIncidentStatus(incident),
    incident_key: incident.incidentKey,
    created_at: incident.createdAt,
    title: incident.title,
    service: createServiceReference(context, incident.serviceId),
    assignees: open && incident.assigneeId !== null ? [createUserReference(context, incident.assigneeId)] : [],
    escalation_policy: createPolicyReference(context),
    teams: createTeamReferences(context, incident.serviceId),
    priority: incident.priority === null ? null : formatPriority(context, incident.priority),
    urgency: incident.urgency,
    conference_bridge: null,
    resolve_reason: formatResolveReason(context, incident),
    incident_type: { name: 'incident_default' },
  };
}

export function formatNoteData(context: PagerDutyContext, incident: WorldIncident, note: WorldNote) {
  return {
    id: note.id,
    type: 'incident_note',
    incident: createIncidentReference(context, incident),
    content: note.content,
    trimmed: false,
  };
}

export function formatResponderData(
  context: PagerDutyContext,
  incident: WorldIncident,
  responder: NonNullable<WorldIncident['responders']>[number],
) {
  return {
    type: 'incident_responder',
    incident: createIncidentReference(context, incident),
    user: createUserReference(context, responder.userId),
    escalation_policy: null,
    message: 'Please help',
    state: responder.state,
  };
}
