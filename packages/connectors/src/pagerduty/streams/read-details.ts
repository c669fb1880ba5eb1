import { dayInMs, minuteInMs, secondInMs } from '@refrain/domain';
import pLimit from 'p-limit';
import type { PagerDutyClient } from '../client/client.ts';
import { type LogEntry, readLog, readLogOf } from './log-entries.ts';
import { type IncidentDetails, type ListedIncident, listAlerts, listNotes, readIncident } from './records.ts';
import type { RelatedReader } from './related.ts';
import { toInstant } from './windows.ts';

/** PagerDuty computes what is related to an incident while it is recent. */
const relatedWithinMs = 7 * dayInMs;
const perPage = 100;
/** With fewer incidents, reading the log of a whole period does not save requests. */
const minForBulk = 5;
/** The incidents that stay open for longest are read separately. */
const partInBulk = 0.9;
/** How many incidents are read concurrently. One by one, the latency would exceed PagerDuty's limit of 960 a minute. */
const incidentsAtOnce = 4;
/** The largest difference of two PagerDuty clocks, or of theirs and ours. */
const slackMs = minuteInMs;
/**
 * PagerDuty's times have whole seconds, so an incident that changed this shortly before it was read may change again at
 * the same time.
 */
const oneTimeMs = 2 * secondInMs;

/**
 * Reads alerts, notes, logs and, for incidents of the last week, related data: the expensive part of a backfill. One by
 * one it would take three requests for each incident.
 *
 * Instead, the logs of a page are read as one stretch of the account's log if that takes fewer requests. They show
 * which incidents have notes, and mostly contain the notes. The event that opened an incident replaces its only alert.
 * For 1,000 incidents with a dozen log entries each, of which a twentieth stayed open for long and a fifth have several
 * alerts, that takes 10 requests for the list, about 130 and 50 for the logs and 200 for alerts, instead of 3,010. In a
 * sync, each changed incident takes two or three requests, and unchanged ones none.
 *
 * An incident that may have changed between its response and that of its log is read again. If it changed again, or may
 * have, the record is marked, and is no newer than the incident itself.
 * @param isInBulk whether the account's log suffices: the incidents are neighbours in time, as a list returns them, and
 * nothing is needed that only their own logs contain
 * @returns in the order of the incidents
 */
export async function readDetails(
  client: PagerDutyClient,
  incidents: readonly ListedIncident[],
  options: { readonly isInBulk: boolean; readonly related: RelatedReader; readonly now: number },
  signal: AbortSignal,
): Promise<IncidentDetails[]> {
  const logs = options.isInBulk ? await readLogsAtOnce(client, incidents, options.now, signal) : new Map();
  const limit = pLimit({ concurrency: incidentsAtOnce, rejectOnClear: true });
  // The responses show what the plan lacks, so the next request must wait for the previous one.
  const oneByOne = pLimit({ concurrency: 1, rejectOnClear: true });
  const reading = incidents.map((incident) => limit(() => readSettled(incident, logs.get(incident.id))));
  try {
    return await Promise.all(reading);
  } catch (thrown) {
    for (const queue of [limit, oneByOne]) queue.clearQueue();
    // Requests in progress end before the page is requested again, and no others start.
    await Promise.allSettled(reading);
    throw thrown;
  }

  async function readSettled(incident: ListedIncident, shared: LogEntry[] | undefined): Promise<IncidentDetails> {
    const first = await readOne(incident, shared);
    if (shared !== undefined || !mayBeOutdated(first, options.now)) return first;
    const reread = await readIncident(client, incident.id, signal);
    if (reread === null) return first;
    const second = await readOne(reread, undefined);
    // All that the first log contained had happened when the incident was read again.
    const isUnsettled = lastChangeOf(second) > lastChangeOf(first) || justChanged(reread, options.now);
    return { ...second, isUnsettled };
  }

  async function readOne(incident: ListedIncident, shared: LogEntry[] | undefined): Promise<IncidentDetails> {
    const logEntries = shared ?? (await readLogOf(client, incident.id, signal));
    const whole = logEntries !== null && beginsWithItsTrigger(logEntries) ? logEntries : null;
    const isNew = Date.parse(incident.created_at ?? '') > options.now - relatedWithinMs;
    const details = {
      incident,
      logEntries,
      isSharedLog: shared !== undefined,
      alerts: await listAlerts(client, incident, signal),
      notes: await listNotes(client, incident, whole, signal),
      related: isNew ? await oneByOne(() => options.related.read(incident.id, signal)) : null,
    };
    return { ...details, isUnsettled: mayBeOutdated(details, options.now) || justChanged(incident, options.now) };
  }
}

type ReadIncident = Pick<IncidentDetails, 'incident' | 'logEntries' | 'notes'>;

/**
 * Tells whether the log or notes may contain changes after the incident was read, because they are later than its own
 * times.
 */
function mayBeOutdated(told: ReadIncident, now: number): boolean {
  const last = lastChangeOf(told);
  return last > now - slackMs && !(last <= Date.parse(told.incident.updated_at ?? ''));
}

/** Returns the time of the last change in milliseconds. */
function lastChangeOf({ logEntries, notes }: ReadIncident): number {
  const times = [...(logEntries ?? []), ...notes].flatMap(({ created_at }) =>
    typeof created_at === 'string' ? [Date.parse(created_at)] : [],
  );
  return Math.max(0, ...times.filter(Number.isFinite));
}

function justChanged({ updated_at }: ListedIncident, now: number): boolean {
  return Date.parse(updated_at ?? '') > now - oneTimeMs;
}

/**
 * Reads the complete logs of incidents from one stretch of the account's log; none if that takes as many requests as
 * there are incidents. The stretch extends by half the distance of the incidents, or until most of them had ended.
 * PagerDuty does not document that a note moves an incident's `updated_at`: if the log contains something later, more
 * may be behind the stretch, and none of the logs is used.
 */
async function readLogsAtOnce(
  client: PagerDutyClient,
  incidents: readonly ListedIncident[],
  now: number,
  signal: AbortSignal,
): Promise<Map<string, LogEntry[]>> {
  const spans = incidents
    .map((incident) => ({ id: incident.id, ...spanOf(incident, now) }))
    .filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))
    .sort((a, b) => a.to - b.to);
  const starts = spans.map(({ from }) => from);
  const [oldest, newest] = [Math.min(...starts), Math.max(...starts)];
  const mostEnded = spans[Math.ceil(spans.length * partInBulk) - 1]?.to ?? 0;
  const until = Math.max(mostEnded, newest + (newest - oldest) / 2);
  const complete = spans.filter(({ to }) => to <= until);
  if (complete.length < minForBulk) return new Map();
  const last = Math.max(...complete.map(({ to }) => to)) + 1_000;
  const stretch = { since: toInstant(oldest), until: toInstant(last) };
  const log = await readLog(client, stretch, (complete.length - 1) * perPage, signal);
  if (log === null || log === 'longer') return new Map();
  const logs = new Map<string, LogEntry[]>(complete.map(({ id }) => [id, []]));
  for (const { incidentId, kept } of log) logs.get(incidentId ?? '')?.push(kept);
  if (complete.some(({ id, to }) => (logs.get(id) ?? []).some(({ created_at: at }) => Date.parse(at) > to + slackMs))) {
    return new Map();
  }
  return new Map([...logs].filter(([, entries]) => beginsWithItsTrigger(entries)));
}

/** A log without the event that opened the incident is incomplete, so missing entries mean nothing. */
function beginsWithItsTrigger(entries: readonly LogEntry[]): boolean {
  return entries.some(({ type }) => type === 'trigger_log_entry');
}

/**
 * Returns the period from the start to the last change that PagerDuty reports, in milliseconds; NaN if it reports none.
 */
function spanOf(incident: ListedIncident, now: number): { from: number; to: number } {
  const changes = [incident.updated_at, incident.resolved_at].flatMap((time) => (time ? [Date.parse(time)] : []));
  const to = incident.status === 'resolved' && incident.updated_at ? Math.max(...changes) : now;
  return { from: Date.parse(incident.created_at ?? ''), to };
}
