import { z } from 'zod';
import { createMissingDataHandler, type PagerDutyClient } from '../client/client.ts';
import { formatIncidentPath } from '../client/id.ts';
import { halve, isWindowOfOneSecond, maxItemsPerTimeWindow, type Slice, splitIntoAcceptedPeriods } from './windows.ts';

const limit = 100;
/** If a log has more entries than this, the incident is flapping, and the newest entries describe it. */
const maxEntriesPerIncident = 1_000;

/** Notifications of people, which are most of a log and do not describe the incident. */
const noise = new Set(['notify_log_entry']);

/** The fields of a log entry that are kept. URLs, teams and contexts are dropped, because they repeat the incident. */
const Entry = z
  .looseObject({
    id: z.string().nullish(),
    type: z.string(),
    created_at: z.string(),
    agent: z.unknown().optional(),
    channel: z.looseObject({ changeset: z.unknown().optional() }).nullish(),
    changeset: z.unknown().optional(),
    note: z.string().nullish(),
    event_details: z.unknown().optional(),
    incident: z.looseObject({ id: z.string() }).nullish(),
    service: z.looseObject({ id: z.string().nullish() }).nullish(),
  })
  .transform(({ id, type, created_at, agent, channel, changeset, note, event_details, incident, service }) => ({
    incidentId: incident?.id ?? null,
    serviceId: service?.id ?? null,
    kept: { id, type, created_at, agent, channel, changeset, note, event_details },
  }));
export type AccountLogEntry = z.output<typeof Entry>;
export type LogEntry = AccountLogEntry['kept'];

const EntryPage = z.object({
  log_entries: z.array(Entry),
  more: z.boolean().default(false),
  total: z.number().nullish(),
});

/** Reads the log of one incident, newest first; null if the plan has no logs or the credential may not read them. */
export async function readIncidentLog(client: PagerDutyClient, incidentId: string): Promise<LogEntry[] | null> {
  const entries: LogEntry[] = [];
  for (let offset = 0; offset < maxEntriesPerIncident; offset += limit) {
    const page = await client
      .request(
        {
          path: formatIncidentPath(incidentId, 'log_entries'),
          query: { limit: String(limit), offset: String(offset), time_zone: 'UTC' },
          what: `the log of incident ${incidentId}`,
        },
        EntryPage,
      )
      .catch(createMissingDataHandler(null));
    if (page === null) return null;
    entries.push(...page.log_entries.map(({ kept }) => kept).filter(({ type }) => !noise.has(type)));
    if (!page.more) break;
  }
  return entries;
}

/**
 * Reads the account's log of a period. Returns `longer` if the log has more than `maxEntries`, and null if the plan has
 * no logs or the credential may not read them. With `isOverview`, reads only the most important entries.
 */
export async function readAccountLog(
  client: PagerDutyClient,
  { since, until }: Slice,
  maxEntries: number,
  isOverview = false,
): Promise<AccountLogEntry[] | 'longer' | null> {
  const entries: AccountLogEntry[] = [];
  for (let offset = 0; offset + limit <= maxItemsPerTimeWindow; offset += limit) {
    const paging = { limit: String(limit), offset: String(offset), ...(offset === 0 ? { total: 'true' } : {}) };
    const query = { since, until, time_zone: 'UTC', ...paging, ...(isOverview ? { is_overview: 'true' } : {}) };
    const page = await client
      .request({ path: '/log_entries', query, what: 'the log' }, EntryPage)
      .catch(createMissingDataHandler(null));
    if (page === null) return null;
    if ((page.total ?? 0) > maxEntries) return 'longer';
    entries.push(...page.log_entries.filter(({ kept }) => !noise.has(kept.type)));
    if (!page.more) break;
  }
  return entries;
}

/**
 * Lists the incidents that changed in a period, in milliseconds since 1970. A period with too many log entries is
 * halved, down to one second. Of such a second, only the newest 10,000 important entries can be read.
 */
export async function listStaleIncidents(
  client: PagerDutyClient,
  service: string | null,
  since: number,
  until: number,
): Promise<string[]> {
  const changedIds = new Set<string>();
  for await (const { incidentId, serviceId } of readWholeLog(client, since, until)) {
    if ((service === null || serviceId === service) && incidentId !== null) changedIds.add(incidentId);
  }
  return [...changedIds].sort();
}

async function* readWholeLog(client: PagerDutyClient, since: number, until: number): AsyncGenerator<AccountLogEntry> {
  const waiting = splitIntoAcceptedPeriods(since, until).reverse();
  for (let slice = waiting.pop(); slice !== undefined; slice = waiting.pop()) {
    const isWhole = !isWindowOfOneSecond(slice);
    const entries = await readAccountLog(
      client,
      slice,
      isWhole ? maxItemsPerTimeWindow : Number.POSITIVE_INFINITY,
      !isWhole,
    );
    if (entries === 'longer') waiting.push(...halve(slice));
    else yield* entries ?? [];
  }
}
