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
import { irrelevantParsedPayload, type ParsedPayload } from '../../contract/failure-source.ts';
import { createFailureDraft } from '../../records/create-drafts.ts';
import { findReferences } from '../../records/find-references.ts';
import { matchesAnyPattern } from '../../records/match-glob.ts';
import { joinTextParts, toPlainText, toPlainTitle } from '../../records/to-plain-text.ts';
import { isId } from '../client/id.ts';
import { dropRepeatedLines, formatAlertDetails } from './alert-details.ts';
import { isRefrainNote } from './own-note.ts';
import { readChangeEvent } from './read-change-event.ts';
import { assignResponderRoles, countResponders, sortNotes } from './responders.ts';
import { type Agent, Incident, IncidentRecord, type Note, WebhookEvent } from './schema.ts';
import { findIncidentTiming } from './timing.ts';

/**
 * How much the version of an event is lowered, so that the record from the API, which has more details, replaces the
 * event. Two seconds suffice, because PagerDuty's log has times in whole seconds.
 */
const slackMs = 2 * secondInMs;

/** Ignores events of services outside the scope, because a webhook may send the events of the whole account. */
export function readPagerDutyRecord(
  { type, payload }: Pick<RawRecord, 'type' | 'payload'>,
  scope: Pick<ConnectionScope, 'services'>,
): ParsedPayload {
  if (type === 'pagerduty.incident') {
    const record = parseInput(IncidentRecord, payload, 'the incident');
    const leavesStale = record.isSharedLog === true || record.isUnsettled === true;
    return { ...observed(failureOf(record)), ...(leavesStale ? { leavesStale } : {}) };
  }
  if (type === 'pagerduty.change_event') return readChangeEvent(payload);
  if (type.startsWith('pagerduty.event.incident.')) return readIncidentEvent(payload, scope.services);
  if (type.startsWith('pagerduty.event.')) return irrelevantParsedPayload;
  throw new AppError('invalid_input', `PagerDuty records of the type "${type.slice(0, 100)}" are not supported`);
}

/** Reads an incident event. It lacks alerts, notes and log, so the incident and any merge target are fetched again. */
function readIncidentEvent(payload: unknown, patterns: readonly string[]): ParsedPayload {
  const { event } = parseInput(WebhookEvent, payload, 'the incident event');
  const { data } = event;
  const version = new Date(Date.parse(event.occurred_at) - slackMs).toISOString();
  const staleFailuresOf = (ids: readonly (string | null | undefined)[]): StaleFailure[] =>
    // One millisecond newer than the version of the stored event, so that the event counts as stale.
    ids.flatMap((externalId) =>
      externalId && isId(externalId)
        ? { kind: 'incident', externalId, version: new Date(Date.parse(version) + 1).toISOString() }
        : [],
    );
  if (data?.type !== 'incident' || data.created_at === undefined) {
    return {
      ...irrelevantParsedPayload,
      staleFailures: staleFailuresOf([data?.type === 'incident' ? data.id : data?.incident?.id]),
    };
  }
  const incident = parseInput(Incident, data, 'the incident of the event');
  if (!matchesAnyPattern(patterns, incident.service?.summary ?? '')) return irrelevantParsedPayload;
  // Rounds down to whole seconds, because PagerDuty's times of incidents are in whole seconds.
  const at = new Date(Math.floor(Date.parse(event.occurred_at) / secondInMs) * secondInMs).toISOString();
  const failure = failureOf({ incident, alerts: [], notes: [] }, { at, agent: event.agent ?? null });
  const timing = timingAt(event.event_type ?? '', at) ?? failure.timing;
  const target = incident.resolve_reason?.incident?.id;
  return { ...observed({ ...failure, timing, version }), staleFailures: staleFailuresOf([incident.id, target]) };
}

function timingAt(eventType: string, at: Instant): FailureTiming | null {
  if (eventType === 'incident.acknowledged') return { acknowledgedAt: at, mitigatedAt: null, reopenedAt: [] };
  if (eventType === 'incident.reopened') return { acknowledgedAt: null, mitigatedAt: null, reopenedAt: [at] };
  return null;
}

function observed(failure: FailureDraft): ParsedPayload {
  return { outcome: 'stored', failures: [failure], changes: [] };
}

/**
 * Turns an incident into a failure. A merged incident does not count, because its merge target has its alerts. A pulled
 * incident has no `event`.
 */
function failureOf(
  record: IncidentRecord,
  event?: { readonly at: Instant; readonly agent: Agent | null },
): FailureDraft {
  const { incident, alerts } = record;
  const notes = record.notes.filter(({ content }) => !isRefrainNote(content ?? ''));
  const history = { incident, notes, logEntries: record.logEntries ?? null };
  const roles = assignResponderRoles(history, event?.agent ?? null);
  const title = incident.title || incident.summary || `Incident ${incident.id}`;
  const version = event?.at ?? versionOf(record);
  const opening = [
    withoutFirstLine(incident.description ?? '', title),
    formatAlertDetails(incident.body?.details),
    ...(alerts.length > 0
      ? alerts.flatMap((alert) => [alert.summary, formatAlertDetails(alert.body?.details)])
      : [formatAlertDetails(openingOf(incident))]),
  ];
  const parts = [
    ...dropRepeatedLines(opening),
    ...sortNotes(notes).map((note) => note.content),
    ...changesBefore(record),
  ];
  return createFailureDraft({
    kind: 'incident',
    externalId: incident.id,
    title: toPlainTitle(title, roles) || `Incident ${incident.id}`,
    text: toPlainText(joinTextParts(parts.filter((part) => part !== title)), roles),
    services: incident.service?.summary ? [incident.service.summary] : [],
    repository: null,
    occurredAt: incident.created_at,
    resolvedAt: resolvedAt(incident, version),
    timing: findIncidentTiming(incident, history.logEntries),
    severity: incident.priority?.summary ?? incident.priority?.name ?? null,
    urgency: incident.urgency ?? null,
    responders: countResponders(history),
    references: listReferences(incident, notes),
    url: incident.html_url ?? null,
    version,
    isFailure: !isMergedIncident(incident),
  });
}

/** Removes the title from a description, which often repeats it as the first line. */
function withoutFirstLine(text: string, line: string): string {
  return text === line || text.startsWith(`${line}\n`) ? text.slice(line.length) : text;
}

function openingOf(incident: Incident): unknown {
  const { details, subject, body } = incident.first_trigger_log_entry?.channel ?? {};
  return { details, subject, body };
}

/** Returns changes that PagerDuty correlates with the incident, except those it lists only because they are recent. */
function changesBefore({ related }: IncidentRecord): string[] {
  return (related?.changeEvents ?? [])
    .filter(({ reason, summary }) => reason !== 'most_recent' && summary)
    .slice(0, 3)
    .map(({ summary }) => `Change before it: ${summary}`);
}

/**
 * Returns the newest time in the record, since not every change moves `updated_at`. If the incident may have changed
 * while it was read, returns an earlier time, so that the next read replaces the record.
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

const maxReferences = 20;

/** Returns the URL of the target of a merge, and URLs in notes, except those of other incidents. */
function listReferences(incident: Incident, notes: readonly Note[]): string[] {
  const target = findMergeTarget(incident);
  const named = notes
    .flatMap(({ content }) => findReferences(content ?? ''))
    .filter((url) => !/\/incidents\/[A-Z\d]+$/u.test(url));
  return [...new Set([...(target === null ? [] : [target]), ...named])].slice(0, maxReferences);
}

/** Returns the URL of the incident into which this incident was merged; null if it was not merged. */
function findMergeTarget({ id, html_url, resolve_reason }: Incident): string | null {
  if (resolve_reason?.type !== 'merge_resolve_reason') return null;
  const target = resolve_reason.incident;
  if (target?.html_url) return target.html_url;
  return html_url?.endsWith(`/${id}`) && target?.id && isId(target.id)
    ? `${html_url.slice(0, -id.length)}${target.id}`
    : null;
}

function isMergedIncident({ resolve_reason }: Incident): boolean {
  return resolve_reason?.type === 'merge_resolve_reason';
}
