import type { ProviderItem, ProviderItemsPage } from '../../contract/failure-source.ts';
import type { PagerDutyClient } from '../client/client.ts';
import { fetchIncidentPage, planIncidentWindows } from './incident-stream.ts';
import { createPagerDutyCursor, parsePagerDutyCursor, type Span } from './windows.ts';

export async function listExistingIncidents(
  client: PagerDutyClient,
  service: string | null,
  { since, until, cursor }: Span,
): Promise<ProviderItemsPage> {
  const position =
    cursor === null
      ? createPagerDutyCursor(await planIncidentWindows(client, service, since, until))
      : parsePagerDutyCursor(cursor);
  const [window] = position.windows;
  if (window === undefined) return { items: [], next: null };
  const page = await fetchIncidentPage(client, service, window, position);
  const items = page.incidents.flatMap(({ id, created_at, updated_at }): ProviderItem[] => {
    if (!created_at) return [];
    const version = updated_at ? { version: new Date(updated_at).toISOString() } : {};
    return [{ kind: 'incident', externalId: id, at: new Date(created_at).toISOString(), ...version }];
  });
  return { items, next: page.next === null ? null : JSON.stringify(page.next) };
}
