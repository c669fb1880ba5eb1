import { dayInMs, minuteInMs, secondInMs } from '@refrain/domain';
import pLimit from 'p-limit';
import type { PagerDutyClient } from '../client/client.ts';
import { type LogEntry, readLog, readLogOf } from './log-entries.ts';
import { type IncidentDetails, type ListedIncident, listAlerts, listNotes, readIncident } from './records.ts';
import type { RelatedReader } from './related.ts';
import { toInstant } from './windows.ts';

/** PagerDuty finds what is related to an incident while it is news; of older ones nobody asks. */
const relatedWithinMs = 7 * dayInMs;
const perPage = 100;
/** With fewer incidents the log of a whole time is not worth its first request. */
const minForBulk = 5;
/** Those that stay open for longest are asked for by themselves. */
const partInBulk = 0.9;
/** Read at a time: one by one an answer's way takes longer than PagerDuty's limit of 960 a minute. */
const incidentsAtOnce = 4;
/** Two clocks of PagerDuty's, or its and ours, may differ by this. */
const slackMs = minuteInMs;
/** Times of PagerDuty's have whole seconds: what changed so shortly before it is read may change again within the same one. */
const oneTimeMs = 2 * secondInMs;

/**
 * Alerts, notes, logs and, for those of the last week, what is related: the dear part of a backfill. Asked for one by one
 * it is three requests for each incident. Here the logs of a page are read as one stretch of the account's log where that
 * takes fewer requests; they tell which incidents have notes, and mostly the notes themselves; and the event that opened an
 * incident stands for its only alert. For 1,000 incidents with a dozen log entries each, of which a twentieth stayed open
 * for long and a fifth has several alerts, that makes 10 requests for the list, about 130 and 50 for the logs and 200 for
 * alerts, in place of 3,010. In a sync, whatever was changed costs two or three requests, and what was not none.
 *
 * An incident that may have changed between its own answer and that of its log is read once more. Where it changed again, or
 * may have, the record says so, and is no newer than the incident itself.
 * @param isInBulk whether the account's log will do: the incidents are neighbours in time, as a list gives them, and nothing is
 *   wanted that only their own logs have
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
  // What the plan does not have is learnt from the answers: the next one is not asked before that is known.
  const oneByOne = pLimit({ concurrency: 1, rejectOnClear: true });
  const reading = incidents.map((incident) => limit(() => readSettled(incident, logs.get(incident.id))));
  try {
    return await Promise.all(reading);
  } catch (thrown) {
    for (const queue of [limit, oneByOne]) queue.clearQueue();
    // Those under way end before the page is asked for again, and no other begins.
    await Promise.allSettled(reading);
    throw thrown;
  }

  async function readSettled(incident: ListedIncident, shared: LogEntry[] | undefined): Promise<IncidentDetails> {
    const first = await readOne(incident, shared);
    if (shared !== undefined || !mayBeTorn(first, options.now)) return first;
    const anew = await readIncident(client, incident.id, signal);
    if (anew === null) return first;
    const second = await readOne(anew, undefined);
    // All that the first log told had happened when the incident was read anew.
    const isUnsettled = lastOf(second) > lastOf(first) || justChanged(anew, options.now);
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
    return { ...details, isUnsettled: mayBeTorn(details, options.now) || justChanged(incident, options.now) };
  }
}

type Told = Pick<IncidentDetails, 'incident' | 'logEntries' | 'notes'>;

/** Whether something is told that may have come after the incident was read, as it does not show in its own times. */
function mayBeTorn(told: Told, now: number): boolean {
  const last = lastOf(told);
  return last > now - slackMs && !(last <= Date.parse(told.incident.updated_at ?? ''));
}

/** When that happened which came last, in milliseconds. */
function lastOf({ logEntries, notes }: Told): number {
  const times = [...(logEntries ?? []), ...notes].flatMap(({ created_at }) =>
    typeof created_at === 'string' ? [Date.parse(created_at)] : [],
  );
  return Math.max(0, ...times.filter(Number.isFinite));
}

function justChanged({ updated_at }: ListedIncident, now: number): boolean {
  return Date.parse(updated_at ?? '') > now - oneTimeMs;
}

/**
 * The logs of those incidents that one stretch of the account's log tells from beginning to end; none where that takes as
 * many requests as they are incidents. The stretch goes on for half as long again as the incidents are apart, or until
 * most of them had ended. PagerDuty does not say that a note moves an incident's `updated_at`: where the log has something
 * that came later, more may lie behind the stretch, and none is trusted.
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
  const told = spans.filter(({ to }) => to <= until);
  if (told.length < minForBulk) return new Map();
  const last = Math.max(...told.map(({ to }) => to)) + 1_000;
  const stretch = { since: toInstant(oldest), until: toInstant(last) };
  const log = await readLog(client, stretch, (told.length - 1) * perPage, signal);
  if (log === null || log === 'longer') return new Map();
  const logs = new Map<string, LogEntry[]>(told.map(({ id }) => [id, []]));
  for (const { incidentId, kept } of log) logs.get(incidentId ?? '')?.push(kept);
  if (told.some(({ id, to }) => (logs.get(id) ?? []).some(({ created_at: at }) => Date.parse(at) > to + slackMs))) {
    return new Map();
  }
  return new Map([...logs].filter(([, entries]) => beginsWithItsTrigger(entries)));
}

/** A log without the event that opened the incident is not the whole one, and says nothing by what it lacks. */
function beginsWithItsTrigger(entries: readonly LogEntry[]): boolean {
  return entries.some(({ type }) => type === 'trigger_log_entry');
}

/** From its beginning to the last change that PagerDuty names, in milliseconds; NaN where it names none. */
function spanOf(incident: ListedIncident, now: number): { from: number; to: number } {
  const changes = [incident.updated_at, incident.resolved_at].flatMap((time) => (time ? [Date.parse(time)] : []));
  const to = incident.status === 'resolved' && incident.updated_at ? Math.max(...changes) : now;
  return { from: Date.parse(incident.created_at ?? ''), to };
}
