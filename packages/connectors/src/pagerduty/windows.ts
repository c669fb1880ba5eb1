import { dayInMs, type Instant } from '@refrain/domain';
import { z } from 'zod';

/** PagerDuty answers for at most six months at once, the shortest of which have 181 days. */
const longestWindowMs = 180 * dayInMs;
/** `offset + limit` may not pass 10,000: a window that holds more cannot be read to its end. */
export const mostPerWindow = 10_000;
const shortestWindowMs = 1_000;

/** Incidents that were created from `since` until `until`, and how many there are. */
export const Window = z.object({ since: z.string(), until: z.string(), total: z.number().int().nonnegative() });
export type Window = z.output<typeof Window>;

/** What is left to read: windows, newest first, and the place in the first of them; then single incidents by their ids. */
export const Cursor = z.object({
  windows: z.array(Window),
  offset: z.number().int().nonnegative(),
  incidents: z.array(z.string()),
  /** Incidents over all, at the start. */
  expected: z.number().int().nonnegative(),
});
export type Cursor = z.output<typeof Cursor>;

/** A span of time in slices that PagerDuty answers for, newest first; empty where it has no length. */
export function sliceSpan(since: number, until: number): { since: Instant; until: Instant }[] {
  const slices: { since: Instant; until: Instant }[] = [];
  for (let end = until; end > since; end -= longestWindowMs) {
    slices.push({ since: toInstant(Math.max(since, end - longestWindowMs)), until: toInstant(end) });
  }
  return slices;
}

/**
 * Windows of a span, none with more incidents than can be read: one that has more is halved. Empty windows are left out.
 * @param count asks how many incidents a window holds
 */
export async function planWindows(
  since: number,
  until: number,
  count: (since: Instant, until: Instant) => Promise<number>,
): Promise<Window[]> {
  const waiting = sliceSpan(since, until).reverse();
  const planned: Window[] = [];
  for (let slice = waiting.pop(); slice !== undefined; slice = waiting.pop()) {
    const total = await count(slice.since, slice.until);
    const from = Date.parse(slice.since);
    const to = Date.parse(slice.until);
    if (total > mostPerWindow && to - from > shortestWindowMs) {
      const middle = toInstant(Math.floor((from + to) / 2));
      waiting.push({ since: slice.since, until: middle }, { since: middle, until: slice.until });
    } else if (total > 0) {
      planned.push({ ...slice, total });
    }
  }
  return planned;
}

/** Where to go on after a page of the first window; null when nothing is left. */
export function afterPage(cursor: Cursor, limit: number, hasMore: boolean): Cursor | null {
  const offset = cursor.offset + limit;
  if (hasMore && offset + limit <= mostPerWindow) return { ...cursor, offset };
  const windows = cursor.windows.slice(1);
  return windows.length + cursor.incidents.length === 0 ? null : { ...cursor, windows, offset: 0 };
}

function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString();
}
