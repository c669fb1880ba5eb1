import type { WorldAlert, WorldIncident } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import { createReference, incidentReference, serviceReference } from './create-reference.ts';

export function formatAlert(context: PagerDutyContext, incident: WorldIncident, alert: WorldAlert) {
  return {
    ...createReference(context, 'alert', 'alerts', alert.id, alert.summary),
    self: `${context.addresses.api}/incidents/${incident.id}/alerts/${alert.id}`,
    type: 'alert',
    created_at: alert.createdAt,
    status: incident.resolvedAt === null ? 'triggered' : 'resolved',
    alert_key: incident.incidentKey,
    service: serviceReference(context, incident.serviceId),
    incident: incidentReference(context, incident),
    suppressed: false,
    severity: alert.severity,
    body: { type: 'alert_body', contexts: [], details: alert.details },
  };
}
