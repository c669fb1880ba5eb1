import {
  createFailureDraft,
  lowerEventVersions,
  mapNamesToRoles,
  matchesAnyPattern,
  type ParsedPayload,
  type StoredRecord,
  toPlainText,
  toPlainTitle,
} from '@refrain/connectors/provider-kit';
import { AppError, type ConnectionScope, parseInput } from '@refrain/domain';
import { IncidentEvent, PublishedIncident } from './schema.ts';

export function readRecord(
  { type, payload }: StoredRecord,
  { services }: Pick<ConnectionScope, 'services'>,
): ParsedPayload {
  if (type === 'statuspage.incident') return observe(parseInput(PublishedIncident, payload, 'the incident'));
  if (type === 'statuspage.event.incident') {
    const { incident } = parseInput(IncidentEvent, payload, 'the event');
    return matchesAnyPattern(services, incident.component.name) ? lowerEventVersions(observe(incident)) : irrelevant;
  }
  if (type.startsWith('statuspage.event.')) return irrelevant;
  throw new AppError('invalid_input', `No reader for the record type ${type.slice(0, 100)}`);
}

const irrelevant: ParsedPayload = { outcome: 'irrelevant', failures: [], changes: [] };

function observe(incident: PublishedIncident): ParsedPayload {
  const roles = mapNamesToRoles([{ role: 'author', names: [incident.author] }]);
  const failure = createFailureDraft({
    kind: 'incident',
    externalId: incident.id,
    title: toPlainTitle(incident.name, roles) || `Incident ${incident.id}`,
    text: toPlainText(incident.body, roles),
    services: [incident.component.name],
    repository: null,
    occurredAt: incident.created_at,
    resolvedAt: incident.resolved_at,
    severity: incident.impact,
    url: null,
    version: incident.updated_at,
  });
  return { outcome: 'stored', failures: [failure], changes: [] };
}
