import type { WorldService } from '../world.ts';
import type { PagerDutyContext } from './context.ts';
import { createPolicyReference, createServiceReference, createTeamReferences } from './create-reference.ts';

export function formatService(context: PagerDutyContext, service: WorldService) {
  const { open, latestAt } = context.state.serviceTally(service.id);
  return {
    ...createServiceReference(context, service.id),
    type: 'service',
    name: service.name,
    description: service.description,
    created_at: service.createdAt,
    status: open > 0 ? 'critical' : 'active',
    auto_resolve_timeout: 14_400,
    acknowledgement_timeout: 1_800,
    ...(latestAt === null ? {} : { last_incident_timestamp: latestAt }),
    escalation_policy: createPolicyReference(context),
    teams: createTeamReferences(context, service.id),
    integrations: [],
    scheduled_actions: [],
    addons: [],
    incident_urgency_rule: { type: 'constant', urgency: 'high' },
    alert_creation: 'create_alerts_and_incidents',
  };
}
