import { AppError, type FailureDraft, type Instant, parseInput, type RawRecord } from '@refrain/domain';
import { beforePulled, irrelevant, type Observed } from '../failure-source.ts';
import { type Roles, rolesOf } from '../people.ts';
import { joinParts, plainText, plainTitle } from '../plain-text.ts';
import { detailLines } from './alert-details.ts';
import { type Alert, Incident, IncidentRecord, type Note, WebhookEvent } from './schema.ts';

/** @throws {AppError} `invalid_input` */
export function readPagerDutyRecord({ type, payload }: Pick<RawRecord, 'type' | 'payload'>): Observed {
  if (type === 'pagerduty.incident') {
    const { incident, alerts, notes } = parseInput(IncidentRecord, payload, 'the incident');
    const version = incident.updated_at ?? incident.last_status_change_at ?? incident.created_at;
    return observed(failureOf(incident, alerts, notes, version));
  }
  if (type.startsWith('pagerduty.event.incident.')) return readIncidentEvent(payload);
  if (type.startsWith('pagerduty.event.')) return irrelevant;
  throw new AppError('invalid_input', `No reader for the record type ${type.slice(0, 100)}`);
}

/** Some events about an incident carry a note, a responder or the like in its place: the next pull brings those. */
function readIncidentEvent(payload: unknown): Observed {
  const { event } = parseInput(WebhookEvent, payload, 'the incident event');
  if (event.data?.type !== 'incident') return irrelevant;
  const incident = parseInput(Incident, event.data, 'the incident of the event');
  // The event's clock has milliseconds, the incident's has seconds: to the second, the two can be compared.
  const version = new Date(Math.floor(Date.parse(event.occurred_at) / 1_000) * 1_000).toISOString();
  const agent = event.agent?.type?.startsWith('user') ? event.agent.summary : null;
  return beforePulled(observed(failureOf({ ...incident, agent }, [], [], version)));
}

function observed(failure: FailureDraft): Observed {
  return { outcome: 'stored', failures: [failure], changes: [] };
}

function failureOf(
  incident: Incident & { readonly agent?: string | null | undefined },
  alerts: readonly Alert[],
  notes: readonly Note[],
  version: Instant,
): FailureDraft {
  const roles = rolesIn(incident, notes);
  const title = incident.title || incident.summary || `Incident ${incident.id}`;
  const text = joinParts([
    incident.description === title ? null : incident.description,
    detailLines(incident.body?.details),
    ...alerts.flatMap((alert) => [alert.summary, detailLines(alert.body?.details)]),
    ...inOrder(notes).map((note) => note.content),
  ]);
  return {
    kind: 'incident',
    externalId: incident.id,
    title: plainTitle(title, roles) || `Incident ${incident.id}`,
    text: plainText(text, roles),
    services: incident.service?.summary ? [incident.service.summary] : [],
    repository: null,
    environment: null,
    paths: [],
    sha: null,
    occurredAt: incident.created_at,
    resolvedAt: resolvedAt(incident, version),
    severity: incident.priority?.summary ?? incident.priority?.name ?? incident.urgency ?? null,
    url: incident.html_url ?? null,
    version,
    timing: null,
    urgency: null,
    responders: null,
    references: [],
    isFailure: true,
    confidence: 1,
  };
}

function resolvedAt(incident: Incident, version: Instant): Instant | null {
  if (incident.resolved_at) return incident.resolved_at;
  return incident.status === 'resolved' ? (incident.last_status_change_at ?? version) : null;
}

/** Responders are numbered in the order in which they appear, so that a text stays readable: who is who within it, not who it was. */
function rolesIn(incident: Incident & { readonly agent?: string | null | undefined }, notes: readonly Note[]): Roles {
  const names = [
    ...(incident.assignments ?? []).map((assignment) => assignment.assignee?.summary),
    ...(incident.assignees ?? []).map((assignee) => assignee.summary),
    ...(incident.acknowledgements ?? []).map((acknowledgement) => acknowledgement.acknowledger?.summary),
    ...inOrder(notes).flatMap((note) => (isPerson(note.user) ? [note.user?.summary, note.user?.email] : [])),
    isPerson(incident.last_status_change_by) ? incident.last_status_change_by?.summary : null,
    incident.agent,
  ];
  const distinct = [...new Set(names.filter((name) => typeof name === 'string' && name !== ''))];
  return rolesOf(distinct.map((name, index) => ({ role: `responder ${index + 1}`, names: [name] })));
}

function isPerson(reference: { readonly type?: string | null | undefined } | null | undefined): boolean {
  return reference?.type === undefined || reference.type === null || reference.type.startsWith('user');
}

function inOrder(notes: readonly Note[]): Note[] {
  return [...notes].sort((a, b) => Date.parse(a.created_at ?? '') - Date.parse(b.created_at ?? '') || 0);
}
