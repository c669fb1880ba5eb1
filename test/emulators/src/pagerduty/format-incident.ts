import { createPagerDutyId } from '../http/create-numeric-id.ts';
import type { WorldIncident } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import {
  createIncidentReference,
  createPagerDutyReference,
  createPolicyReference,
  createServiceReference,
  createTeamReferences,
  createUserReference,
} from './create-reference.ts';
import { findIncidentStatus, findLastStatusChange } from './find-incident-status.ts';
import { formatLogEntry } from './format-log-entry.ts';
import { formatService } from './format-service.ts';

export function formatPriority(context: PagerDutyContext, name: string) {
  const priorityReference = createPagerDutyReference(
    context,
    'priority',
    'priorities',
    createPagerDutyId('priority', name),
    name,
  );
  return { ...priorityReference, type: 'priority', name, description: `Priority ${name}` };
}

/** Formats the reason for which an incident was resolved. PagerDuty states a reason only for merges. */
export function formatResolveReason(context: PagerDutyContext, incident: WorldIncident) {
  const target = incident.mergedInto === undefined ? null : context.state.findIncident(incident.mergedInto);
  return target === null ? null : { type: 'merge_resolve_reason', incident: createIncidentReference(context, target) };
}

function presentFirstEntry(context: PagerDutyContext, incident: WorldIncident, include: readonly string[]) {
  const first = incident.logEntries.find(({ type }) => type === 'trigger_log_entry');
  if (first === undefined) return {};
  const full = formatLogEntry(context, incident, first, ['channels']);
  const { id, type, summary, self, html_url } = full;
  return {
    first_trigger_log_entry: include.includes('first_trigger_log_entries')
      ? full
      : { id, type: `${type}_reference`, summary, self, html_url },
  };
}

function presentResponders(context: PagerDutyContext, incident: WorldIncident) {
  return (incident.responders ?? []).map(({ userId, state, requestedAt }) => ({
    state,
    user: createUserReference(context, userId),
    incident: createIncidentReference(context, incident),
    updated_at: requestedAt,
    message: 'Please help',
    requester: createUserReference(context, incident.assigneeId ?? userId),
    requested_at: requestedAt,
  }));
}

/** Formats an incident. `include` names additional data: `services`, `first_trigger_log_entries` or `body`. */
export function formatIncident(context: PagerDutyContext, incident: WorldIncident, include: readonly string[] = []) {
  const status = findIncidentStatus(incident);
  const service = context.state.services.get(incident.serviceId);
  const assignee = incident.assigneeId === null ? null : createUserReference(context, incident.assigneeId);
  const changed = findLastStatusChange(incident);
  const reason = formatResolveReason(context, incident);
  return {
    ...createIncidentReference(context, incident),
    type: 'incident',
    incident_number: incident.number,
    title: incident.title,
    description: incident.description,
    created_at: incident.createdAt,
    updated_at: incident.updatedAt,
    status,
    incident_key: incident.incidentKey,
    service:
      include.includes('services') && service
        ? formatService(context, service)
        : createServiceReference(context, incident.serviceId),
    assignments: status === 'resolved' || assignee === null ? [] : [{ at: incident.createdAt, assignee }],
    assigned_via: 'escalation_policy',
    acknowledgements:
      status === 'acknowledged' && changed && assignee ? [{ at: changed.createdAt, acknowledger: assignee }] : [],
    last_status_change_at: incident.resolvedAt ?? changed?.createdAt ?? incident.createdAt,
    ...(incident.resolvedAt === null ? {} : { resolved_at: incident.resolvedAt }),
    ...(assignee === null ? {} : { last_status_change_by: assignee }),
    ...presentFirstEntry(context, incident, include),
    alert_counts: {
      all: incident.alerts.length,
      triggered: status === 'resolved' ? 0 : incident.alerts.length,
      resolved: status === 'resolved' ? incident.alerts.length : 0,
    },
    is_mergeable: true,
    escalation_policy: createPolicyReference(context),
    teams: createTeamReferences(context, incident.serviceId),
    pending_actions: [],
    incident_type: { name: 'incident_default' },
    ...(incident.priority === null ? {} : { priority: formatPriority(context, incident.priority) }),
    ...(reason === null ? {} : { resolve_reason: reason }),
    incidents_responders: presentResponders(context, incident),
    responder_requests: [],
    urgency: incident.urgency,
    ...(include.includes('body') ? { body: { type: 'incident_body', details: incident.description } } : {}),
  };
}
