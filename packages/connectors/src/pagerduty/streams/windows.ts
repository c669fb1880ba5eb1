import { AppError, dayInMs, type Instant } from '@refrain/domain';
import { z } from 'zod';

/** PagerDuty accepts periods of up to six months, of which the shortest has 181 days. */
const maxWindowMs = 180 * dayInMs;
/** PagerDuty's maximum of `offset + limit`, beyond which a window cannot be read. */
export const maxItemsPerTimeWindow = 10_000;
/** Precision of PagerDuty's times. */
const secondMs = 1_000;

export interface Slice {
  readonly since: Instant;
  readonly until: Instant;
}

export interface Span {
  readonly since: number;
  readonly until: number;
  readonly cursor: string | null;
}

export const TimeWindow = z.object({
  since: z.string(),
  until: z.string(),
  total: z.number().int().nonnegative(),
  /** Urgency to which the window is restricted; set if one second has more incidents than can be read. */
  urgency: z.enum(['high', 'low']).optional(),
  order: z.enum(['asc', 'desc']).optional(),
});
export type TimeWindow = z.output<typeof TimeWindow>;

/** Position in a stream: the remaining windows, newest first, and then single incidents by id. */
export const PagerDutyCursor = z.object({
  windows: z.array(TimeWindow),
  offset: z.number().int().nonnegative(),
  incidents: z.array(z.string()),
  /** Targets of merges, including those already read. */
  targets: z.array(z.string()).optional(),
  /** Whether the log of each incident is read separately, because the account's log lacks changes of custom fields. */
  ownLogs: z.boolean().optional(),
  /** Total number of incidents, counted for the first page. */
  expected: z.number().int().nonnegative(),
});
export type PagerDutyCursor = z.output<typeof PagerDutyCursor>;

export function createPagerDutyCursor(windows: TimeWindow[], incidents: string[] = []): PagerDutyCursor {
  const listed = windows.reduce((sum, { total }) => sum + total, 0);
  return { windows, offset: 0, incidents, expected: listed + incidents.length };
}

export function parsePagerDutyCursor(cursor: string): PagerDutyCursor {
  try {
    return PagerDutyCursor.parse(JSON.parse(cursor));
  } catch {
    throw new AppError(
      'invalid_input',
      'The cursor is not valid for a PagerDuty stream: read the stream from its start',
    );
  }
}

/** Splits a period into periods that PagerDuty accepts, newest first, extended to whole seconds. */
export function splitIntoAcceptedPeriods(since: number, until: number): Slice[] {
  const first = Math.floor(since / secondMs) * secondMs;
  const slices: Slice[] = [];
  for (let end = Math.ceil(until / secondMs) * secondMs; end > first; end -= maxWindowMs) {
    slices.push({ since: formatPagerDutyTime(Math.max(first, end - maxWindowMs)), until: formatPagerDutyTime(end) });
  }
  return slices;
}

/** Splits a period into windows that can be read completely, by halving, down to a second. Throws `too_large`. */
export async function planTimeWindows(
  since: number,
  until: number,
  count: (since: Instant, until: Instant) => Promise<number>,
  splitSecond: (window: TimeWindow) => Promise<TimeWindow[]> = async (window) => refuseSecond(window),
): Promise<TimeWindow[]> {
  const waiting = splitIntoAcceptedPeriods(since, until).reverse();
  const planned: TimeWindow[] = [];
  for (let slice = waiting.pop(); slice !== undefined; slice = waiting.pop()) {
    const total = await count(slice.since, slice.until);
    if (total > maxItemsPerTimeWindow && !isWindowOfOneSecond(slice)) waiting.push(...halve(slice));
    else if (total > maxItemsPerTimeWindow) planned.push(...(await splitSecond({ ...slice, total })));
    else if (total > 0) planned.push({ ...slice, total });
  }
  return planned;
}

/** Splits a period into its older and its newer half. Throws `too_large` for a single second. */
export function halve(slice: Slice): [Slice, Slice] {
  if (isWindowOfOneSecond(slice)) return refuseSecond(slice);
  const [from, to] = [Date.parse(slice.since), Date.parse(slice.until)];
  const middle = formatPagerDutyTime(from + Math.floor((to - from) / secondMs / 2) * secondMs);
  return [
    { since: slice.since, until: middle },
    { since: middle, until: slice.until },
  ];
}

export function isWindowOfOneSecond({ since, until }: Slice): boolean {
  return Date.parse(until) - Date.parse(since) <= secondMs;
}

/** Splits a second with more than 10,000 incidents by urgency and sort order, so that 40,000 can be read. */
export async function splitWindowByUrgency(
  window: TimeWindow,
  count: (urgency: 'high' | 'low') => Promise<number>,
): Promise<TimeWindow[]> {
  const parts: TimeWindow[] = [];
  for (const urgency of ['high', 'low'] as const) {
    const total = await count(urgency);
    if (total > 2 * maxItemsPerTimeWindow) return refuseSecond(window);
    const first = Math.min(total, maxItemsPerTimeWindow);
    if (first > 0) parts.push({ ...window, urgency, order: 'desc', total: first });
    if (total > first) parts.push({ ...window, urgency, order: 'asc', total: total - first });
  }
  return parts;
}

export function advanceCursor(cursor: PagerDutyCursor, limit: number, hasMore: boolean): PagerDutyCursor | null {
  const offset = cursor.offset + limit;
  const [window] = cursor.windows;
  const isWhole = window?.order === 'asc' && offset >= window.total; // the window in `desc` order has read the rest
  if (hasMore && !isWhole && offset + limit <= maxItemsPerTimeWindow) return { ...cursor, offset };
  const windows = cursor.windows.slice(1);
  return windows.length + cursor.incidents.length === 0 ? null : { ...cursor, windows, offset: 0 };
}

/** Formats a time in UTC and without milliseconds. PagerDuty reads a time without a zone in the account's time zone. */
export function formatPagerDutyTime(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}

function refuseSecond({ since }: Slice): never {
  throw new AppError(
    'too_large',
    `PagerDuty has more records at ${since} than can be read: restrict the connection to some services`,
  );
}
