import type { RawRecord } from '@refrain/domain';
import { z } from 'zod';
import type { Page, ProviderItemsPage } from '../../contract/failure-source.ts';
import { createShortHash } from '../../records/delivery-key.ts';
import { createMissingDataHandler, type PagerDutyClient } from '../client/client.ts';
import {
  advanceCursor,
  createPagerDutyCursor,
  type PagerDutyCursor,
  parsePagerDutyCursor,
  planTimeWindows,
  type Span,
  type TimeWindow,
} from './windows.ts';

const limit = 100;
/** Earliest time of change events, which PagerDuty introduced in 2020. */
export const earliestChangeEventTime = Date.parse('2020-01-01T00:00:00Z');

const ListedChange = z.looseObject({
  id: z.string().min(1).max(200),
  timestamp: z.string(),
  services: z.array(z.looseObject({ id: z.string().nullish() })).nullish(),
});
type ListedChange = z.output<typeof ListedChange>;
const ChangePage = z.object({ change_events: z.array(ListedChange), more: z.boolean().default(false) });
const ChangeCount = z.object({ total: z.number().int().nonnegative() });

/** Pulls change events, newest first. PagerDuty accepts only UTC times here. */
export async function pullChangeEvents(
  client: PagerDutyClient,
  services: ReadonlySet<string> | null,
  span: Span,
): Promise<Page> {
  const { events, next, expected } = await pageOf(client, services, span);
  return { records: events.map(changeRecord), next, expected };
}

export async function listExistingChangeEvents(
  client: PagerDutyClient,
  services: ReadonlySet<string> | null,
  span: Span,
): Promise<ProviderItemsPage> {
  const { events, next } = await pageOf(client, services, span);
  const items = events.map(({ id, timestamp }) => ({
    kind: 'deployment' as const,
    externalId: `change_event/${id}`,
    at: new Date(timestamp).toISOString(),
  }));
  return { items, next };
}

async function pageOf(client: PagerDutyClient, services: ReadonlySet<string> | null, span: Span) {
  const cursor = span.cursor === null ? await startCursor(client, span) : parsePagerDutyCursor(span.cursor);
  const [window] = cursor.windows;
  if (window === undefined) return { events: [], next: null, expected: cursor.expected };
  const query = { since: window.since, until: window.until, limit: String(limit), offset: String(cursor.offset) };
  const page = await client.request({ path: '/change_events', query, what: 'the change events' }, ChangePage);
  const next = advanceCursor(cursor, limit, page.more);
  return {
    events: page.change_events.filter((event) => isWanted(event, services)),
    next: next === null ? null : JSON.stringify(next),
    expected: cursor.expected,
  };
}

async function startCursor(client: PagerDutyClient, { since, until }: Span): Promise<PagerDutyCursor> {
  const windows: TimeWindow[] = await planTimeWindows(since, until, async (from, to) => {
    const query = { since: from, until: to, limit: '1', offset: '0', total: 'true' };
    return (await client.request({ path: '/change_events', query, what: 'the change events' }, ChangeCount)).total;
  }).catch(createMissingDataHandler([]));
  return createPagerDutyCursor(windows);
}

/** Tells whether an event is in scope. Events without a service belong to the whole account. */
function isWanted({ services: ownServices }: ListedChange, services: ReadonlySet<string> | null): boolean {
  if (services === null || !ownServices?.length) return true;
  return ownServices.some(({ id }) => services.has(id ?? ''));
}

function changeRecord(event: ListedChange): RawRecord {
  return {
    type: 'pagerduty.change_event',
    deliveryKey: `change_event/${event.id}/${createShortHash(JSON.stringify(event))}`,
    payload: { changeEvent: event },
  };
}
