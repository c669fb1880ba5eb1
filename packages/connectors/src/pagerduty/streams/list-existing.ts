import type { ExistingItemsPage } from '../../contract/failure-source.ts';
import type { PagerDutyClient } from '../client/client.ts';
import { fetchIncidentPage, planIncidentWindows } from './incident-stream.ts';
import { type PagerDutyCursor, parsePagerDutyCursor, type Span } from './windows.ts';

export async function listExistingIncidents(
  client: PagerDutyClient,
  service: string | null,
  { since, until, cursor }: Span,
): Promise<ExistingItemsPage> {
  const place = cursor === null ? await startCursor(client, service, since, until) : parsePagerDutyCursor(cursor);
  const [window] = place.windows;
  if (window === undefined) return { items: [], next: null };
  const page = await fetchIncidentPage(client, service, window, place);
  const items = page.incidents.flatMap(({ id, created_at, updated_at }) =>
    created_at
      ? [
          {
            kind: 'incident' as const,
            externalId: id,
            at: new Date(created_at).toISOString(),
            ...(updated_at ? { version: new Date(updated_at).toISOString() } : {}),
          },
        ]
      : [],
  );
  return { items, next: page.next === null ? null : JSON.stringify(page.next) };
}

async function startCursor(
  client: PagerDutyClient,
  service: string | null,
  since: number,
  until: number,
): Promise<PagerDutyCursor> {
  const windows = await planIncidentWindows(client, service, since, until);
  return { windows, offset: 0, incidents: [], expected: windows.reduce((sum, { total }) => sum + total, 0) };
}
