import {
  AppError,
  type ConnectionScope,
  type FailureDraft,
  type FailureTiming,
  type Instant,
  parseInput,
  type RawRecord,
  type StaleFailure,
  secondInMs,
} from '@refrain/domain';
import { irrelevant, type Observed } from '../../contract/failure-source.ts';
import { inScope } from '../../records/match-glob.ts';
import { joinParts, plainText, plainTitle } from '../../records/plain-text.ts';
import { isId } from '../client/id.ts';
import { detailLines, linesOnce } from './alert-details.ts';
import { isOwnNote } from './own-note.ts';
import { readChangeEvent } from './read-change-event.ts';
import { isMerged, referencesOf } from './references.ts';
import { countResponders, inOrder, rolesIn } from './responders.ts';
import { type Agent, Incident, IncidentRecord, WebhookEvent } from './schema.ts';
import { timingOf } from './timing.ts';

/**
 * How much older than its time an event counts. An event contains less than the pulled record of the same change and
 * must not overwrite it, but its clock has milliseconds, the log's has seconds, and they may differ. If an event is
 * therefore ignored in favour of an earlier pull, the next sync finds the change in the log.
 */
const slackMs = 2 * secondInMs;

/**
 * @param scope a webhook can be for the whole account, so events of services out of scope are irrelevant
 * @throws {AppError} `invalid_input`
 */
export function readPagerDutyRecord(
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
  scope: Pick<ConnectionScope, 'services'>,
): Observed {
  if (type === 'pagerduty.incident') {
    const record = parseInput(IncidentRecord, payload, 'the incident');
    const leavesStale = record.isSharedLog === true || record.isUnsettled === true;
    return { ...observed(failureOf(record)), ...(leavesStale ? { leavesStale } : {}) };
  }
  if (type === 'pagerduty.change_event') return readChangeEvent(payload);
  if (type.startsWith('pagerduty.event.incident.')) return readIncidentEvent(payload, scope.services);
  if (type.startsWith('pagerduty.event.')) return irrelevant;
  throw new AppError('invalid_input', `No reader for the record type ${type.slice(0, 100)}`);
}

/**
 * Reads an event about an incident. It contains the incident; or a note, a responder, a custom field or the like
 * instead; or a truncated incident. Alerts, notes and the log are missing, so the incident, and the one that it was
 * merged into, are read by the next pull.
 */
function readIncidentEvent(payload: unknown, patterns: readonly string[]): Observed {
  const { event } = parseInput(WebhookEvent, payload, 'the incident event');
  const { data } = event;
  const version = new Date(Date.parse(event.occurred_at) - slackMs).toISOString();
  const staleFailuresOf = (ids: readonly (string | null | undefined)[]): StaleFailure[] =>
    // Must be newer than the row that the event itself creates.
    ids.flatMap((externalId) =>
      externalId && isId(externalId)
        ? { kind: 'incident', externalId, version: new Date(Date.parse(version) + 1).toISOString() }
        : [],
    );
  if (data?.type !== 'incident' || data.created_at === undefined) {
    return {
      ...irrelevant,
      staleFailures: staleFailuresOf([data?.type === 'incident' ? data.id : data?.incident?.id]),
    };
  }
  const incident = parseInput(Incident, data, 'the incident of the event');
  if (!inScope(patterns, incident.service?.summary ?? '')) return irrelevant;
  // The incident's own times have whole seconds.
  const at = new Date(Math.floor(Date.parse(event.occurred_at) / secondInMs) * secondInMs).toISOString();
  const failure = failureOf({ incident, alerts: [], notes: [] }, { at, agent: event.agent ?? null });
  const timing = timingAt(event.event_type ?? '', at) ?? failure.timing;
  const target = incident.resolve_reason?.incident?.id;
  return { ...observed({ ...failure, timing, version }), staleFailures: staleFailuresOf([incident.id, target]) };
}

/** An event contains one time of an incident; the next pull reads all of them. */
function timingAt(eventType: string, at: Instant): FailureTiming | null {
  if (eventType === 'incident.acknowledged') return { acknowledgedAt: at, mitigatedAt: null, reopenedAt: [] };
  if (eventType === 'incident.reopened') return { acknowledgedAt: null, mitigatedAt: null, reopenedAt: [at] };
  return null;
}

function observed(failure: FailureDraft): Observed {
  return { outcome: 'stored', failures: [failure], changes: [] };
}

/**
 * Reads an incident. A merged one does not count: its alerts have moved to the one that it was merged into, to which it
 * refers. Whichever of the two arrives first, one is counted.
 * @param event given for an incident from an event
 */
function failureOf(
  record: IncidentRecord,
  event?: { readonly at: Instant; readonly agent: Agent | null },
): FailureDraft {
  const { incident, alerts } = record;
  const notes = record.notes.filter(({ content }) => !isOwnNote(content ?? ''));
  const history = { incident, notes, logEntries: record.logEntries ?? null };
  const roles = rolesIn(history, event?.agent ?? null);
  const title = incident.title || incident.summary || `Incident ${incident.id}`;
  const version = event?.at ?? versionOf(record);
  const opening = [
    withoutFirstLine(incident.description ?? '', title),
    detailLines(incident.body?.details),
    ...(alerts.length > 0
      ? alerts.flatMap((alert) => [alert.summary, detailLines(alert.body?.details)])
      : [detailLines(openingOf(incident))]),
  ];
  const parts = [...linesOnce(opening), ...inOrder(notes).map((note) => note.content), ...changesBefore(record)];
  return {
    kind: 'incident',
    externalId: incident.id,
    title: plainTitle(title, roles) || `Incident ${incident.id}`,
    text: plainText(joinParts(parts.filter((part) => part !== title)), roles),
    services: incident.service?.summary ? [incident.service.summary] : [],
    repository: null,
    environment: null,
    paths: [],
    sha: null,
    occurredAt: incident.created_at,
    resolvedAt: resolvedAt(incident, version),
    precision: 'instant',
    timing: timingOf(incident, history.logEntries),
    severity: incident.priority?.summary ?? incident.priority?.name ?? incident.urgency ?? null,
    urgency: incident.urgency ?? null,
    responders: countResponders(history),
    references: referencesOf(incident, notes),
    url: incident.html_url ?? null,
    version,
    isFailure: !isMerged(incident),
    confidence: 1,
  };
}

/** PagerDuty repeats the title as the description, or as its first line. */
function withoutFirstLine(text: string, line: string): string {
  return text === line || text.startsWith(`${line}\n`) ? text.slice(line.length) : text;
}

/** Returns what the monitoring tool sent, as details or as an e-mail. */
function openingOf(incident: Incident): unknown {
  const { details, subject, body } = incident.first_trigger_log_entry?.channel ?? {};
  return { details, subject, body };
}

/** Returns changes that PagerDuty correlates with the incident, except those that merely were the last before it. */
function changesBefore({ related }: IncidentRecord): string[] {
  return (related?.changeEvents ?? [])
    .filter(({ reason, summary }) => reason !== 'most_recent' && summary)
    .slice(0, 3)
    .map(({ summary }) => `Change before it: ${summary}`);
}

/**
 * Returns the version of an incident. Not every change moves its `updated_at`. An incident that may have changed since
 * it was read may lack later changes, and some of its last second, so its version is lower.
 */
function versionOf({ incident, notes, logEntries, isUnsettled = false }: IncidentRecord): Instant {
  const ownTimes = [incident.created_at, incident.updated_at, incident.last_status_change_at, incident.resolved_at];
  const historyTimes = isUnsettled ? [] : [...notes, ...(logEntries ?? [])].map(({ created_at }) => created_at);
  const newest = [...ownTimes, ...historyTimes].flatMap((instant) => instant ?? []).sort();
  const version = newest.at(-1) ?? incident.created_at;
  return isUnsettled ? new Date(Date.parse(version) - 1).toISOString() : version;
}

function resolvedAt(incident: Incident, version: Instant): Instant | null {
  if (incident.resolved_at) return incident.resolved_at;
  return incident.status === 'resolved' ? (incident.last_status_change_at ?? version) : null;
}
