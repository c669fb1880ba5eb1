import { AppError, dayInMs, type Instant } from '@refrain/domain';
import { z } from 'zod';

/** PagerDuty answers for at most six months at once, the shortest of which have 181 days. */
const maxWindowMs = 180 * dayInMs;
/** `offset + limit` may not pass 10,000: a window that holds more cannot be read to its end. */
export const maxPerWindow = 10_000;
/** PagerDuty's times have whole seconds. */
const secondMs = 1_000;

export interface Slice {
  readonly since: Instant;
  readonly until: Instant;
}

/** What is to be read of a stream. */
export interface Span {
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly until: number;
  readonly cursor: string | null;
}

/** What happened from `since` until `until`, in UTC, and how much there is of it. */
export const Window = z.object({
  since: z.string(),
  until: z.string(),
  total: z.number().int().nonnegative(),
  /** Set where one second holds more than can be read: the part of it that this window is. */
  urgency: z.enum(['high', 'low']).optional(),
  order: z.enum(['asc', 'desc']).optional(),
});
export type Window = z.output<typeof Window>;

/** What is left to read: windows, newest first, and the place in the first of them; then single incidents by their ids. */
export const Cursor = z.object({
  windows: z.array(Window),
  offset: z.number().int().nonnegative(),
  incidents: z.array(z.string()),
  /** Those of them that others were merged into, be they read by now. */
  targets: z.array(z.string()).optional(),
  /** Whether the log of each incident is read by itself, since the account's leaves out what its own has. */
  ownLogs: z.boolean().optional(),
  /** Incidents over all, at the start. */
  expected: z.number().int().nonnegative(),
});
export type Cursor = z.output<typeof Cursor>;

/** @throws {AppError} `invalid_input` */
export function parseCursor(cursor: string): Cursor {
  try {
    return Cursor.parse(JSON.parse(cursor));
  } catch {
    throw new AppError('invalid_input', 'The cursor of this stream cannot be read: start its backfill anew');
  }
}

/**
 * A span of time in slices that PagerDuty answers for, newest first; empty where it has no length. The ends are moved
 * outwards to whole seconds.
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
 * Windows of a span, none with more than can be read: one that has more is halved, down to one second. Empty windows are
 * left out.
 * @param count asks how much a window holds
 * @param splitSecond gives the parts of a second that holds more than 10,000
 * @throws {AppError} `too_large` where such a second cannot be split: nothing is left out in silence
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
 * The older half and the newer half.
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
 * A second with more incidents than can be read, by urgency, and each urgency from both ends of its order: 40,000 in all.
 * @param count asks how many of one urgency the second holds
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

/** Where to go on after a page of the first window; null when nothing is left. */
export function afterPage(cursor: Cursor, limit: number, hasMore: boolean): Cursor | null {
  const offset = cursor.offset + limit;
  const [window] = cursor.windows;
  const isWhole = window?.order === 'asc' && offset >= window.total; // the rest was read from the other end
  if (hasMore && !isWhole && offset + limit <= maxPerWindow) return { ...cursor, offset };
  const windows = cursor.windows.slice(1);
  return windows.length + cursor.incidents.length === 0 ? null : { ...cursor, windows, offset: 0 };
}

/** With `Z`, as PagerDuty reads others in the account's time zone, and without milliseconds, as change events want it. */
export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/u, 'Z');
}

function refuseSecond({ since }: Slice): never {
  throw new AppError(
    'too_large',
    `PagerDuty holds more records of ${since} than it lets anyone read: narrow the connection to some services`,
  );
}
