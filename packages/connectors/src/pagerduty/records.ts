import { AppError, type RawRecord } from '@refrain/domain';
import { z } from 'zod';
import { digestOf } from '../delivery-key.ts';
import type { PagerDutyClient } from './client.ts';

/** Of each listed incident, the fields that lead to the rest of it; everything else stays as it came. */
export const ListedIncident = z.looseObject({
  id: z.string().regex(/^[\w-]{1,60}$/u),
  alert_counts: z.looseObject({ all: z.number() }).nullish(),
});
export type ListedIncident = z.output<typeof ListedIncident>;

const Item = z.looseObject({ id: z.string().nullish() });
type Item = z.output<typeof Item>;
const AlertPage = z.object({ alerts: z.array(Item), more: z.boolean().default(false) });
const NoteList = z.object({ notes: z.array(Item) });
const limit = 100;
/** An incident that gathered more alerts than this says nothing new with the rest. */
const mostAlerts = 300;

/** Not every plan has alerts, and an incident can be gone: then there are none. */
export async function listAlerts(
  client: PagerDutyClient,
  incident: ListedIncident,
  signal: AbortSignal,
): Promise<Item[]> {
  if (incident.alert_counts?.all === 0) return [];
  const alerts: Item[] = [];
  for (let offset = 0; offset < mostAlerts; offset += limit) {
    const query = { limit: String(limit), offset: String(offset) };
    const what = `the alerts of incident ${incident.id}`;
    const page = await client
      .get(`/incidents/${incident.id}/alerts`, query, AlertPage, what, signal)
      .catch(noneIfMissing({ alerts: [], more: false }));
    alerts.push(...page.alerts);
    if (!page.more) break;
  }
  return alerts;
}

export async function listNotes(
  client: PagerDutyClient,
  incident: ListedIncident,
  signal: AbortSignal,
): Promise<Item[]> {
  const what = `the notes of incident ${incident.id}`;
  const list = await client
    .get(`/incidents/${incident.id}/notes`, {}, NoteList, what, signal)
    .catch(noneIfMissing({ notes: [] }));
  return list.notes;
}

/** The version is the content itself: PagerDuty does not say which changes move `updated_at`. */
export function incidentRecord(incident: ListedIncident, alerts: Item[], notes: Item[]): RawRecord {
  const payload = { incident, alerts, notes };
  return {
    type: 'pagerduty.incident',
    deliveryKey: `incident/${incident.id}/${digestOf(JSON.stringify(payload))}`,
    payload,
  };
}

/** What an account does not have, or the key may not see, is nothing to fail for. */
export function noneIfMissing<T>(value: T): (thrown: unknown) => T {
  return (thrown) => {
    if (thrown instanceof AppError && (thrown.code === 'permission_missing' || thrown.code === 'not_found'))
      return value;
    throw thrown;
  };
}
