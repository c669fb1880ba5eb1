import { dayInMs, elapsedMs, hourInMs, type Instant, minuteInMs } from '@refrain/domain';
import type { CompletenessCheckResult, StreamCompletenessState } from '@refrain/store';

/** The last seven days are compared each time, because a provider's list may show a record late. */
const overlapMs = 7 * dayInMs;
/** GitHub, the oldest provider, started in 2008, so there are no older records. */
const beginning: Instant = '2008-01-01T00:00:00.000Z';
/** If more spans than this have gaps, everything before the last seven days is compared as one span. */
const maxSpans = 10;

export interface ComparedSpan {
  readonly since: Instant;
  readonly until: Instant;
}

/**
 * Plans which spans of a stream to compare, oldest first: the whole stream in the first check, later the last seven days and each
 * earlier day with a gap. Spans start at midnight UTC, so that the counts cover whole days.
 * @param gapDays `YYYY-MM-DD`, oldest first
 */
export function planComparedSpans(
  { checkedUntil, reachesBackTo }: Pick<StreamCompletenessState, 'checkedUntil' | 'reachesBackTo'>,
  gapDays: readonly string[],
  until: Instant,
): ComparedSpan[] {
  // A stored time may be in the future if the clock was ahead when the time was stored.
  const compared = checkedUntil === null || checkedUntil < until ? checkedUntil : until;
  const from = compared === null ? (reachesBackTo ?? beginning) : later(compared, -overlapMs);
  const recent = { since: startOf(from), until };
  const gaps = joinDays(gapDays.map((day) => `${day}T00:00:00.000Z`).filter((day) => day < recent.since));
  const [first] = gaps;
  const spans = first !== undefined && gaps.length > maxSpans ? [{ since: first.since, until: recent.since }] : gaps;
  return [...spans, recent].filter((span) => span.since < span.until);
}

/**
 * Plans the span of the stored records that are older than the imported history of a stream. They were read only because a log
 * entry, a webhook or a merge of incidents referred to them, so they may have changed, but none can be missing.
 * @param oldest the time of the oldest stored record; null if none is stored
 */
export function planSpanBeforeStreamStart(
  { reachesBackTo }: Pick<StreamCompletenessState, 'reachesBackTo'>,
  oldest: Instant | null,
): ComparedSpan[] {
  if (reachesBackTo === null || oldest === null) return [];
  const span = { since: startOf(oldest), until: startOf(reachesBackTo) };
  return span.since < span.until ? [span] : [];
}

function joinDays(days: readonly Instant[]): ComparedSpan[] {
  const spans: ComparedSpan[] = [];
  for (const since of days) {
    const until = later(since, dayInMs);
    const last = spans.at(-1);
    if (last?.until === since) spans[spans.length - 1] = { since: last.since, until };
    else spans.push({ since, until });
  }
  return spans;
}

const quietFactor = 3;
export const failedCheckRetryMs = hourInMs;

/** Returns the longest pause between two checks of one stream. */
export function findMaxCheckPauseMs(everyMs: number): number {
  return Math.max(quietFactor * everyMs, failedCheckRetryMs);
}

const afterRefillMs = 30 * minuteInMs;
/** If a refill did not close a gap, further refills follow at intervals that double from the minimum to the maximum. */
const minRefillMs = 6 * hourInMs;
const maxRefillMs = 7 * dayInMs;

export interface StreamGap {
  /** SHA-256 of the ids of the missing records. An equal hash means that the gap is the same as before. */
  readonly missing: string;
  /** Whether all missing records arrived but could not be parsed. Pulling them again would not help. */
  readonly isExplained: boolean;
}

/**
 * Decides whether to refill a gap now. A new gap is refilled immediately, and a remaining gap at growing intervals. A gap of
 * unparsable records is refilled only once.
 * @param isQuiet whether the compared spans contain no records
 */
export function planGapRefill(
  audit: StreamCompletenessState,
  gap: StreamGap | null,
  isQuiet: boolean,
  now: number,
  everyMs = dayInMs,
): {
  readonly refill: boolean;
  readonly next: Pick<CompletenessCheckResult, 'refilledAt' | 'refills' | 'missing' | 'dueAt'>;
} {
  const at = (ms: number) => new Date(now + ms).toISOString();
  if (gap === null) {
    const none = { refilledAt: audit.refilledAt, refills: 0, missing: null };
    return { refill: false, next: { ...none, dueAt: at(isQuiet ? quietFactor * everyMs : everyMs) } };
  }
  const { missing } = gap;
  const isSame = missing === audit.missing;
  const wait = isSame && audit.refilledAt !== null ? pauseMs(audit.refills) - elapsedMs(audit.refilledAt, now) : 0;
  if (isSame && (gap.isExplained || wait > 0)) {
    const dueMs = gap.isExplained ? everyMs : Math.min(wait, everyMs);
    return { refill: false, next: { refilledAt: audit.refilledAt, refills: audit.refills, missing, dueAt: at(dueMs) } };
  }
  const refills = isSame ? audit.refills + 1 : 1;
  return { refill: true, next: { refilledAt: at(0), refills, missing, dueAt: at(Math.min(afterRefillMs, everyMs)) } };
}

function pauseMs(refills: number): number {
  return Math.min(minRefillMs * 2 ** Math.max(refills - 1, 0), maxRefillMs);
}

function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}

function startOf(instant: Instant): Instant {
  return `${instant.slice(0, 10)}T00:00:00.000Z`;
}
