import type { Instant } from '@refrain/domain';
import { z } from 'zod';
import type { PagerDutyClient, Query } from './client.ts';
import { noneIfMissing } from './records.ts';
import { mostPerWindow } from './windows.ts';

const Entry = z.looseObject({
  type: z.string().nullish(),
  created_at: z.string(),
  incident: z.looseObject({ id: z.string() }).nullish(),
  service: z.looseObject({ id: z.string().nullish() }).nullish(),
});
type Entry = z.output<typeof Entry>;
const EntryPage = z.object({ log_entries: z.array(Entry), more: z.boolean().default(false) });
const limit = 100;

/**
 * Incidents that were opened before `since` and changed after it: resolved, noted, escalated. The list of incidents goes by
 * the time of creation and does not show them; the account's log does.
 * @param service only those of this service; null = all
 */
export async function listTouchedIncidents(
  client: PagerDutyClient,
  service: string | null,
  since: Instant,
  until: Instant,
  signal: AbortSignal,
): Promise<string[]> {
  const entries: Entry[] = [];
  for (let offset = 0; offset + limit <= mostPerWindow; offset += limit) {
    const query: Query = { since, until, is_overview: 'true', limit: String(limit), offset: String(offset) };
    const page = await client
      .get('/log_entries', query, EntryPage, 'the log', signal)
      .catch(noneIfMissing({ log_entries: [], more: false }));
    entries.push(...page.log_entries);
    if (!page.more) break;
  }
  return touchedBy(entries, service, since);
}

/** An incident that was triggered in this time is listed by its creation already. */
function touchedBy(entries: readonly Entry[], service: string | null, since: Instant): string[] {
  const touched = new Set<string>();
  const opened = new Set<string>();
  for (const entry of entries) {
    if (!entry.incident || Date.parse(entry.created_at) < Date.parse(since)) continue;
    if (service !== null && entry.service?.id !== service) continue;
    (entry.type === 'trigger_log_entry' ? opened : touched).add(entry.incident.id);
  }
  return [...touched].filter((id) => !opened.has(id) && /^[\w-]{1,60}$/u.test(id)).sort();
}
