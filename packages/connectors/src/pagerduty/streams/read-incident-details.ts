import { dayInMs, minuteInMs, secondInMs } from '@refrain/domain';
import pLimit from 'p-limit';
import type { PagerDutyClient } from '../client/client.ts';
import { type LogEntry, readAccountLog, readIncidentLog } from './log-entries.ts';
import { type IncidentDetails, type ListedIncident, listAlerts, listNotes, readIncident } from './records.ts';
import { type PlanFeatureCache, readRelatedIncidentData } from './related-incident-data.ts';
import { formatPagerDutyTime } from './windows.ts';

/** Maximum age of an incident for which related data is read. PagerDuty computes none for older incidents. */
const relatedWithinMs = 7 * dayInMs;
const perPage = 100;
/** Minimum number of incidents for which reading the account's log of the whole period saves requests. */
const minForBulk = 5;
/** Share of incidents whose logs are read together. The logs of those open for longest are read separately. */
const partInBulk = 0.9;
/** Number of incidents that are read concurrently; one by one, the latency would limit the rate. */
const incidentsAtOnce = 4;
/** Maximum difference between the clocks of PagerDuty's servers and of this machine. */
const slackMs = minuteInMs;
/** An incident that changed less than this time ago may change again without a new `updated_at` (whole seconds). */
const oneTimeMs = 2 * secondInMs;

/**
 * Reads the logs, alerts, notes and related data of incidents. With `isInBulk`, reads the logs from the account's log
 * if that takes fewer requests: about 390 instead of 3,010 for 1,000 incidents with a dozen log entries each. An
 * incident that may have changed meanwhile is read a second time, and marked as unsettled if it may have changed again.
 */
export async function readIncidentDetails(
  client: PagerDutyClient,
  incidents: readonly ListedIncident[],
  options: { readonly isInBulk: boolean; readonly plans: PlanFeatureCache; readonly now: number },
): Promise<IncidentDetails[]> {
  const logs = options.isInBulk ? await readLogsAtOnce(client, incidents, options.now) : new Map();
  const limit = pLimit({ concurrency: incidentsAtOnce, rejectOnClear: true });
  // Requests related data serially, because each response shows whether the plan lacks a feature.
  const oneByOne = pLimit({ concurrency: 1, rejectOnClear: true });
  const reading = incidents.map((incident) => limit(() => readSettled(incident, logs.get(incident.id))));
  try {
    return await Promise.all(reading);
  } catch (thrown) {
    for (const queue of [limit, oneByOne]) queue.clearQueue();
    // Waits for requests in progress, so that none overlaps with a retry of the page.
    await Promise.allSettled(reading);
    throw thrown;
  }

  async function readSettled(incident: ListedIncident, shared: LogEntry[] | undefined): Promise<IncidentDetails> {
    const first = await readOne(incident, shared);
    if (shared !== undefined || !mayBeOutdated(first, options.now)) return first;
    const reread = await readIncident(client, incident.id);
    if (reread === null) return first;
    const second = await readOne(reread, undefined);
    // The second read came after every entry of the first log, so only newer entries mean a further change.
    const isUnsettled = lastChangeOf(second) > lastChangeOf(first) || justChanged(reread, options.now);
    return { ...second, isUnsettled };
  }

  async function readOne(incident: ListedIncident, shared: LogEntry[] | undefined): Promise<IncidentDetails> {
    const logEntries = shared ?? (await readIncidentLog(client, incident.id));
    const whole = logEntries !== null && beginsWithItsTrigger(logEntries) ? logEntries : null;
    const isNew = Date.parse(incident.created_at ?? '') > options.now - relatedWithinMs;
    const details = {
      incident,
      logEntries,
      isSharedLog: shared !== undefined,
      alerts: await listAlerts(client, incident),
      notes: await listNotes(client, incident, whole),
      related: isNew ? await oneByOne(() => readRelatedIncidentData(client, options.plans, incident.id)) : null,
    };
    return { ...details, isUnsettled: mayBeOutdated(details, options.now) || justChanged(incident, options.now) };
  }
}

type ReadIncident = Pick<IncidentDetails, 'incident' | 'logEntries' | 'notes'>;

/** Tells whether the incident may be outdated, because its log or notes have times after its `updated_at`. */
function mayBeOutdated(details: ReadIncident, now: number): boolean {
  const last = lastChangeOf(details);
  return last > now - slackMs && !(last <= Date.parse(details.incident.updated_at ?? ''));
}

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
 * Reads the logs of most incidents at once from the account's log; incidents that ended much later than the others are
 * left out. Returns an empty map if that would take too many requests, or if entries later than `updated_at` show that
 * the period may be too short.
 */
async function readLogsAtOnce(
  client: PagerDutyClient,
  incidents: readonly ListedIncident[],
  now: number,
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
  const stretch = { since: formatPagerDutyTime(oldest), until: formatPagerDutyTime(last) };
  const log = await readAccountLog(client, stretch, (complete.length - 1) * perPage);
  if (log === null || log === 'longer') return new Map();
  const logs = new Map<string, LogEntry[]>(complete.map(({ id }) => [id, []]));
  for (const { incidentId, kept } of log) logs.get(incidentId ?? '')?.push(kept);
  if (complete.some(({ id, to }) => (logs.get(id) ?? []).some(({ created_at: at }) => Date.parse(at) > to + slackMs))) {
    return new Map();
  }
  return new Map([...logs].filter(([, entries]) => beginsWithItsTrigger(entries)));
}

function beginsWithItsTrigger(entries: readonly LogEntry[]): boolean {
  return entries.some(({ type }) => type === 'trigger_log_entry');
}

/** Returns the period from the start of an incident to its last change, in milliseconds since 1970; NaN if unknown. */
function spanOf(incident: ListedIncident, now: number): { from: number; to: number } {
  const changes = [incident.updated_at, incident.resolved_at].flatMap((time) => (time ? [Date.parse(time)] : []));
  const to = incident.status === 'resolved' && incident.updated_at ? Math.max(...changes) : now;
  return { from: Date.parse(incident.created_at ?? ''), to };
}
