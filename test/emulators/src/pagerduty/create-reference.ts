import type { PagerDutyContext } from './context.ts';

export interface Reference {
  readonly id: string;
  readonly type: string;
  readonly summary: string;
  readonly self: string;
  readonly html_url: string;
}

export function createReference(
  context: PagerDutyContext,
  kind: string,
  collection: string,
  id: string,
  summary: string,
): Reference {
  const { api, web } = context.addresses;
  return {
    id,
    type: `${kind}_reference`,
    summary,
    self: `${api}/${collection}/${id}`,
    html_url: `${web}/${collection}/${id}`,
  };
}

export function serviceReference(context: PagerDutyContext, id: string): Reference {
  return createReference(context, 'service', 'services', id, context.state.serviceName(id));
}

export function userReference(context: PagerDutyContext, id: string): Reference {
  return createReference(context, 'user', 'users', id, context.state.users.get(id)?.name ?? id);
}

export function policyReference(context: PagerDutyContext): Reference {
  return createReference(context, 'escalation_policy', 'escalation_policies', 'PDEFAULT', 'Default');
}

export function incidentReference(
  context: PagerDutyContext,
  incident: { id: string; number: number; title: string },
): Reference {
  return createReference(context, 'incident', 'incidents', incident.id, `[#${incident.number}] ${incident.title}`);
}
