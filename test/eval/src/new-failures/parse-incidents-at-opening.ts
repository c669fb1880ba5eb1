import { providers } from '@refrain/connectors';
import type { FailureDraft } from '@refrain/domain';
import type { generateOrganisation } from '@refrain/sample-org';
import { formatFailureId, formatIncidentPayload } from '../organisations/parse-organisation.ts';

type World = ReturnType<typeof generateOrganisation>['world'];

export function parseIncidentsAtOpening({ pagerduty }: Pick<World, 'pagerduty'>): ReadonlyMap<string, FailureDraft> {
  const services = new Map(pagerduty.services.map(({ id, name }) => [id, name]));
  return new Map(
    pagerduty.incidents.flatMap((incident) => {
      const alerts = incident.alerts.filter(({ createdAt }) => createdAt <= incident.createdAt);
      const begun = { ...incident, alerts, notes: [], resolvedAt: null, updatedAt: incident.createdAt, priority: null };
      const payload = formatIncidentPayload(begun, services, new Map());
      const [draft] = providers.readRecord('pagerduty', { type: 'pagerduty.incident', payload }).failures;
      return draft === undefined ? [] : [[formatFailureId('incident', incident.id), draft] as const];
    }),
  );
}
