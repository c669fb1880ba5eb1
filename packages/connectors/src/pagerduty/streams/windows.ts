import { AppError, dayInMs, type Instant } from '@refrain/domain';
import { z } from 'zod';

/** PagerDuty accepts at most six months, the shortest of which have 181 days. */
const maxWindowMs = 180 * dayInMs;
/** `offset + limit` must not exceed 10,000, so a larger window cannot be read to its end. */
export const maxPerWindow = 10_000;
/** PagerDuty's times have whole seconds. */
const secondMs = 1_000;

export interface Slice {
  readonly since: Instant;
  readonly until: Instant;
}

/** The period to read from a stream. */
export interface Span {
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly until: number;
  readonly cursor: string | null;
}

/** A period from `since` until `until`, in UTC, with the number of its items. */
export const Window = z.object({
  since: z.string(),
  until: z.string(),
  total: z.number().int().nonnegative(),
  /** Set if one second contains more than can be read: the part of it that this window is. */
  urgency: z.enum(['high', 'low']).optional(),
  order: z.enum(['asc', 'desc']).optional(),
});
export type Window = z.output<typeof Window>;

/**
 * The rest of a stream: windows, newest first, with the offset in the first of them; then single incidents by id.
 */
export const Cursor = z.object({
  windows: z.array(Window),
  offset: z.number().int().nonnegative(),
  incidents: z.array(z.string()),
  /** The incidents into which others were merged, including those that were read already. */
  targets: z.array(z.string()).optional(),
  /** Whether the log of each incident is read separately, because the account's log leaves out changed fields. */
  ownLogs: z.boolean().optional(),
  /** The total number of incidents as of the start. */
  expected: z.number().int().nonnegative(),
});
export type Cursor = z.output<typeof Cursor>;

/** @throws {AppError} `invalid_input` */
export function parseCursor(cursor: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(cursor));
  } catch {
    throw new AppError('invalid_input', 'The cursor of this stream cannot be read: start its backfill again');
  }
}

/**
 * Slices a period into parts that PagerDuty accepts, newest first; empty for an empty period. The ends are extended to
 * whole seconds.
 */
export function sliceSpan(since: number, until: number): Slice[] {
  const first = Math.floor(since / secondMs) * secondMs;
  const slices: Slice[] = [];
  for (let end = Math.ceil(until / secondMs) * secondMs; end > first; end -= maxWindowMs) {
    slices.push({ since: toInstant(Math.max(first, end - maxWindowMs)), until: toInstant(end) });
  }
  return slices;
}

/**
 * Splits a period into windows that can be read completely: larger ones are halved, down to one second. Empty windows
 * are left out.
 * @param count counts the items of a window
 * @param splitSecond splits a second with more than 10,000
 * @throws {AppError} `too_large` if such a second cannot be split: nothing is dropped silently
 */
export async function planWindows(
  since: number,
  until: number,
  count: (since: Instant, until: Instant) => Promise<number>,
  splitSecond: (window: Window) => Promise<Window[]> = async (window) => refuseSecond(window),
): Promise<Window[]> {
  const waiting = sliceSpan(since, until).reverse();
  const planned: Window[] = [];
  for (let slice = waiting.pop(); slice !== undefined; slice = waiting.pop()) {
    const total = await count(slice.since, slice.until);
    if (total > maxPerWindow && !isOneSecond(slice)) waiting.push(...halve(slice));
    else if (total > maxPerWindow) planned.push(...(await splitSecond({ ...slice, total })));
    else if (total > 0) planned.push({ ...slice, total });
  }
  return planned;
}

/**
 * Returns the older half and the newer half.
 * @throws {AppError} `too_large` for a single second
 */
export function halve(slice: Slice): [Slice, Slice] {
  if (isOneSecond(slice)) return refuseSecond(slice);
  const [from, to] = [Date.parse(slice.since), Date.parse(slice.until)];
  const middle = toInstant(from + Math.floor((to - from) / secondMs / 2) * secondMs);
  return [
    { since: slice.since, until: middle },
    { since: middle, until: slice.until },
  ];
}

export function isOneSecond({ since, until }: Slice): boolean {
  return Date.parse(until) - Date.parse(since) <= secondMs;
}

/**
 * Splits a second with more incidents than can be read by urgency, and each urgency into its first and its last ones:
 * 40,000 in all.
 * @param count counts those of one urgency in the second
 */
export async function splitByUrgency(
  window: Window,
  count: (urgency: 'high' | 'low') => Promise<number>,
): Promise<Window[]> {
  const parts: Window[] = [];
  for (const urgency of ['high', 'low'] as const) {
    const total = await count(urgency);
    if (total > 2 * maxPerWindow) return refuseSecond(window);
    const first = Math.min(total, maxPerWindow);
    if (first > 0) parts.push({ ...window, urgency, order: 'desc', total: first });
    if (total > first) parts.push({ ...window, urgency, order: 'asc', total: total - first });
  }
  return parts;
}

/** Returns where to continue after a page of the first window; null if nothing is left. */
export function afterPage(cursor: Cursor, limit: number, hasMore: boolean): Cursor | null {
  const offset = cursor.offset + limit;
  const [window] = cursor.windows;
  const isWhole = window?.order === 'asc' && offset >= window.total; // The other end was read already.
  if (hasMore && !isWhole && offset + limit <= maxPerWindow) return { ...cursor, offset };
  const windows = cursor.windows.slice(1);
  return windows.length + cursor.incidents.length === 0 ? null : { ...cursor, windows, offset: 0 };
}

/**
 * Formats a time with `Z`, because PagerDuty reads others in the account's time zone, and without milliseconds, which
 * change events do not accept.
 */
export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}

function refuseSecond({ since }: Slice): never {
  throw new AppError(
    'too_large',
    `PagerDuty has more records at ${since} than it lets anyone read: restrict the connection to some services`,
  );
}
