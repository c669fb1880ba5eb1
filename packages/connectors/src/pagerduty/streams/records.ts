import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { createShortHash } from '../../records/delivery-key.ts';
import { createMissingDataHandler, type PagerDutyClient } from '../client/client.ts';
import { formatIncidentPath, PagerDutyId } from '../client/id.ts';
import type { LogEntry } from './log-entries.ts';
import type { RelatedIncidentData } from './related-incident-data.ts';

/** Fields of a listed incident that are needed to read its details. The schema also keeps all other fields. */
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

/** Makes lists include the log entry that opened each incident; it has the details of an incident's only alert. */
export const incidentIncludeParameter = ['first_trigger_log_entries'];

const Item = z.looseObject({ id: z.string().nullish() });
export type Item = z.output<typeof Item>;
const AlertPage = z.object({ alerts: z.array(Item), more: z.boolean().default(false) });
const NoteList = z.object({ notes: z.array(Item) });
const limit = 100;
/** Limits the alerts per incident, since further alerts add no information. */
const maxAlerts = 300;

export async function listAlerts(client: PagerDutyClient, incident: ListedIncident): Promise<Item[]> {
  if (incident.alert_counts?.all === 0 || isInTriggerEvent(incident)) return [];
  const alerts: Item[] = [];
  for (let offset = 0; offset < maxAlerts; offset += limit) {
    const page = await client
      .request(
        {
          path: formatIncidentPath(incident.id, 'alerts'),
          query: { limit: String(limit), offset: String(offset) },
          what: `the alerts of incident ${incident.id}`,
        },
        AlertPage,
      )
      .catch(createMissingDataHandler({ alerts: [], more: false }));
    alerts.push(...page.alerts);
    if (!page.more) break;
  }
  return alerts;
}

/** Channels through which a monitoring tool opens an incident. */
const alerting: readonly (string | null | undefined)[] = ['api', 'auto', 'email', 'nagios'];

/** Tells whether the only alert of an incident is the event that opened it, whose details are already present. */
function isInTriggerEvent({ alert_counts, first_trigger_log_entry }: ListedIncident): boolean {
  const { type, details } = first_trigger_log_entry?.channel ?? {};
  if (!alerting.includes(type)) return false;
  const hasDetails = typeof details === 'string' ? details !== '' : Object.keys(details ?? {}).length > 0;
  return alert_counts?.all === 1 && hasDetails;
}

/** Lists the notes of an incident. Requests them only if its complete log does not contain their texts. */
export async function listNotes(
  client: PagerDutyClient,
  incident: ListedIncident,
  log: readonly LogEntry[] | null,
): Promise<Item[]> {
  const annotations = log?.filter(({ type }) => type === 'annotate_log_entry') ?? null;
  if (annotations?.every(({ note }) => note)) {
    return annotations.map(({ id, note, agent, created_at }) => ({ id, content: note, user: agent, created_at }));
  }
  const list = await client
    .request({ path: formatIncidentPath(incident.id, 'notes'), what: `the notes of incident ${incident.id}` }, NoteList)
    .catch(createMissingDataHandler({ notes: [] }));
  return list.notes;
}

export async function readIncident(client: PagerDutyClient, id: string): Promise<ListedIncident | null> {
  const query = { 'include[]': incidentIncludeParameter };
  const found = await client
    .request({ path: formatIncidentPath(id), query, what: `incident ${id}` }, z.object({ incident: ListedIncident }))
    .catch(createMissingDataHandler(null));
  return found === null ? null : found.incident;
}

export interface IncidentDetails {
  readonly incident: ListedIncident;
  readonly alerts: readonly Item[];
  readonly notes: readonly Item[];
  readonly logEntries: readonly LogEntry[] | null;
  readonly related: RelatedIncidentData | null;
  readonly isSharedLog: boolean;
  readonly isUnsettled: boolean;
}

/**
 * Creates a record with a hash of the content as version, since not every change moves `updated_at`. Related data is
 * not part of the hash, because it changes with other incidents.
 */
export function createIncidentRecord(details: IncidentDetails): RawRecord {
  const { incident, alerts, notes, related, isSharedLog } = details;
  // Drops the notes from the log, since the record has them in a separate field.
  const logEntries = details.logEntries?.map(({ note: _, ...entry }) => entry) ?? null;
  const isUnsettled = details.isUnsettled ? { isUnsettled: true } : {};
  const content = { incident, alerts, notes, logEntries, ...isUnsettled };
  return {
    type: 'pagerduty.incident',
    deliveryKey: `incident/${incident.id}/${createShortHash(JSON.stringify(content))}`,
    payload: { ...content, ...(related === null ? {} : { related }), ...(isSharedLog ? { isSharedLog } : {}) },
  };
}
