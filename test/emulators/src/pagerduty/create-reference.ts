import { createPagerDutyId } from '../http/create-numeric-id.ts';
import type { PagerDutyContext } from './context.ts';

export interface PagerDutyReference {
  readonly id: string;
  readonly type: string;
  readonly summary: string;
  readonly self: string;
  readonly html_url: string;
}

export function createPagerDutyReference(
  context: PagerDutyContext,
  kind: string,
  collection: string,
  id: string,
  summary: string,
): PagerDutyReference {
  const { api, web } = context.addresses;
  return {
    id,
    type: `${kind}_reference`,
    summary,
    self: `${api}/${collection}/${id}`,
    html_url: `${web}/${collection}/${id}`,
  };
}

export function createServiceReference(context: PagerDutyContext, id: string): PagerDutyReference {
  return createPagerDutyReference(context, 'service', 'services', id, context.state.serviceName(id));
}

/** Returns references to the teams of a service, which are also the teams of its incidents. */
export function createTeamReferences(context: PagerDutyContext, serviceId: string): PagerDutyReference[] {
  const { teams = [] } = context.state.services.get(serviceId) ?? {};
  return teams.map((name) => createPagerDutyReference(context, 'team', 'teams', createPagerDutyId('team', name), name));
}

export function createUserReference(context: PagerDutyContext, id: string): PagerDutyReference {
  return createPagerDutyReference(context, 'user', 'users', id, context.state.users.get(id)?.name ?? id);
}

export function createPolicyReference(context: PagerDutyContext): PagerDutyReference {
  return createPagerDutyReference(context, 'escalation_policy', 'escalation_policies', 'PDEFAULT', 'Default');
}

export function createIncidentReference(
  context: PagerDutyContext,
  incident: { id: string; number: number; title: string },
): PagerDutyReference {
  return createPagerDutyReference(
    context,
    'incident',
    'incidents',
    incident.id,
    `[#${incident.number}] ${incident.title}`,
  );
}
