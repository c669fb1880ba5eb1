import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { digestOf } from '../../records/delivery-key.ts';
import type { PagerDutyClient } from '../client/client.ts';
import { incidentPath, PagerDutyId } from '../client/id.ts';
import { noneIfMissing } from '../client/none-if-missing.ts';
import type { LogEntry } from './log-entries.ts';
import type { Related } from './related.ts';

/** Of each listed incident, the fields that lead to the rest of it; everything else stays as it came. */
export const ListedIncident = z.looseObject({
  id: PagerDutyId,
  status: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  resolved_at: z.string().nullish(),
  alert_counts: z.looseObject({ all: z.number() }).nullish(),
  first_trigger_log_entry: z
    .looseObject({
      channel: z.looseObject({ type: z.string().nullish(), details: z.unknown().optional() }).nullish(),
    })
    .nullish(),
  resolve_reason: z.looseObject({ incident: z.looseObject({ id: z.string().nullish() }).nullish() }).nullish(),
});
export type ListedIncident = z.output<typeof ListedIncident>;

/**
 * What `include[]` asks for beside an incident: the event that opened it, with all that the monitoring tool said, which
 * spares asking for the alert of an incident that has one.
 */
export const includedWithIncidents = ['first_trigger_log_entries'];

const Item = z.looseObject({ id: z.string().nullish() });
export type Item = z.output<typeof Item>;
const AlertPage = z.object({ alerts: z.array(Item), more: z.boolean().default(false) });
const NoteList = z.object({ notes: z.array(Item) });
const limit = 100;
/** An incident that gathered more alerts than this says nothing new with the rest. */
const maxAlerts = 300;

/** Not every plan has alerts, and an incident can be gone: then there are none. */
export async function listAlerts(
  client: PagerDutyClient,
  incident: ListedIncident,
  signal: AbortSignal,
): Promise<Item[]> {
  if (incident.alert_counts?.all === 0 || isInTriggerEvent(incident)) return [];
  const alerts: Item[] = [];
  for (let offset = 0; offset < maxAlerts; offset += limit) {
    const page = await client
      .ask(
        {
          path: incidentPath(incident.id, 'alerts'),
          query: { limit: String(limit), offset: String(offset) },
          what: `the alerts of incident ${incident.id}`,
        },
        AlertPage,
        signal,
      )
      .catch(noneIfMissing({ alerts: [], more: false }));
    alerts.push(...page.alerts);
    if (!page.more) break;
  }
  return alerts;
}

/** Ways in which a monitoring tool opens an incident, by an alert. What a person opens may get an alert by a merge later. */
const alerting: readonly (string | null | undefined)[] = ['api', 'auto', 'email', 'nagios'];

/** Its only alert came with the event that opened it, whose details are here already. */
function isInTriggerEvent({ alert_counts, first_trigger_log_entry }: ListedIncident): boolean {
  const { type, details } = first_trigger_log_entry?.channel ?? {};
  if (!alerting.includes(type)) return false;
  const says = typeof details === 'string' ? details !== '' : Object.keys(details ?? {}).length > 0;
  return alert_counts?.all === 1 && says;
}

/**
 * An incident's log tells whether it has notes, and where it gives their text, which it need not, it gives the notes.
 * @param log the incident's whole log; null where there is none, and the notes are asked for on the chance
 */
export async function listNotes(
  client: PagerDutyClient,
  incident: ListedIncident,
  log: readonly LogEntry[] | null,
  signal: AbortSignal,
): Promise<Item[]> {
  const annotations = log?.filter(({ type }) => type === 'annotate_log_entry') ?? null;
  if (annotations?.every(({ note }) => note)) {
    return annotations.map(({ id, note, agent, created_at }) => ({ id, content: note, user: agent, created_at }));
  }
  const list = await client
    .ask({ path: incidentPath(incident.id, 'notes'), what: `the notes of incident ${incident.id}` }, NoteList, signal)
    .catch(noneIfMissing({ notes: [] }));
  return list.notes;
}

/** Null where it is gone. */
export async function readIncident(
  client: PagerDutyClient,
  id: string,
  signal: AbortSignal,
): Promise<ListedIncident | null> {
  const query = { 'include[]': includedWithIncidents };
  const found = await client
    .ask({ path: incidentPath(id), query, what: `incident ${id}` }, z.object({ incident: ListedIncident }), signal)
    .catch(noneIfMissing(null));
  return found === null ? null : found.incident;
}

export interface IncidentDetails {
  /** As it was when these were read. */
  readonly incident: ListedIncident;
  readonly alerts: readonly Item[];
  readonly notes: readonly Item[];
  readonly logEntries: readonly LogEntry[] | null;
  readonly related: Related | null;
  /** Whether these are the account's log entries, which leave out changed fields. */
  readonly isSharedLog: boolean;
  /** Whether the incident may have changed since it was read: then these may tell of more than it does. */
  readonly isUnsettled: boolean;
}

/**
 * The version is the content itself, as PagerDuty does not say which changes move `updated_at`. What is related to it is left
 * out of that: it changes with other incidents.
 */
export function incidentRecord(details: IncidentDetails): RawRecord {
  const { incident, alerts, notes, related, isSharedLog } = details;
  const logEntries = details.logEntries?.map(({ note: _, ...entry }) => entry) ?? null; // it is among the notes
  const isUnsettled = details.isUnsettled ? { isUnsettled: true } : {};
  const content = { incident, alerts, notes, logEntries, ...isUnsettled };
  return {
    type: 'pagerduty.incident',
    deliveryKey: `incident/${incident.id}/${digestOf(JSON.stringify(content))}`,
    payload: { ...content, ...(related === null ? {} : { related }), ...(isSharedLog ? { isSharedLog } : {}) },
  };
}
