import { type Connection, dayInMs, elapsedMs, hourInMs, type Instant, minuteInMs } from '@refrain/domain';
import type { AuditResult, StreamAudit } from '@refrain/store';

/** Days that are compared again each time: a list can show something late. */
const overlapMs = 7 * dayInMs;
/** Before this no provider has anything. */
const beginning: Instant = '2008-01-01T00:00:00.000Z';
/** More gaps than this are compared in one piece. */
const mostSpans = 10;

export interface AuditSpan {
  /** Included. */
  readonly since: Instant;
  /** Excluded. */
  readonly until: Instant;
}

/**
 * What of a stream is compared: all that it is to reach back to the first time, then what is recent and each day that has a
 * gap. Spans begin with whole days, so that a day's figures are of all of it; oldest first.
 * @param gapDays `YYYY-MM-DD`, oldest first
 */
export function planSpans(
  { auditedUntil, reachesBackTo }: Pick<StreamAudit, 'auditedUntil' | 'reachesBackTo'>,
  gapDays: readonly string[],
  until: Instant,
): AuditSpan[] {
  const from = auditedUntil === null ? (reachesBackTo ?? beginning) : later(earlier(auditedUntil, until), -overlapMs);
  const recent = { since: startOf(from), until };
  const gaps = joinDays(gapDays.map((day) => `${day}T00:00:00.000Z`).filter((day) => day < recent.since));
  const [first] = gaps;
  const spans = first !== undefined && gaps.length > mostSpans ? [{ since: first.since, until: recent.since }] : gaps;
  return [...spans, recent].filter((span) => span.since < span.until);
}

/**
 * What is older than a stream is to reach back to, and stored all the same: the log told of it, an event, or a merge. It may
 * have changed, but nothing is missing there. None or one span.
 * @param oldest when that occurred which is stored and occurred first; null where nothing is stored
 */
export function planOlderSpan(
  { reachesBackTo }: Pick<StreamAudit, 'reachesBackTo'>,
  oldest: Instant | null,
): AuditSpan[] {
  if (reachesBackTo === null || oldest === null) return [];
  const span = { since: startOf(oldest), until: startOf(reachesBackTo) };
  return span.since < span.until ? [span] : [];
}

/** Whether a list tells when each of its items changed last. All of it is compared each time: anything in it may have changed. */
export function tellsOfChanges({ provider }: Pick<Connection, 'provider'>, stream: string): boolean {
  return provider === 'pagerduty' && /^incidents(?::|$)/u.test(stream);
}

function joinDays(days: readonly Instant[]): AuditSpan[] {
  const spans: AuditSpan[] = [];
  for (const since of days) {
    const until = later(since, dayInMs);
    const last = spans.at(-1);
    if (last?.until === since) spans[spans.length - 1] = { since: last.since, until };
    else spans.push({ since, until });
  }
  return spans;
}

/** Where nothing happened of late it is compared so many times less often. */
const quietTimes = 3;
/** A stream that could not be reconciled is tried again after this time. */
export const failedAgainMs = hourInMs;

/** Returns the longest time until a stream is reconciled again, in milliseconds. @param everyMs between two reconciliations */
export function longestPauseMs(everyMs: number): number {
  return Math.max(quietTimes * everyMs, failedAgainMs);
}

/** After a refill the books are compared soon. */
const afterRefillMs = 30 * minuteInMs;
/** The same gap is asked for again at intervals that double, from the shortest to the longest. */
const shortestRefillMs = 6 * hourInMs;
const longestRefillMs = 7 * dayInMs;

export interface FoundGap {
  /** Names the records that are missing. */
  readonly missing: string;
  /** Whether each of them came and could not be read: then reading again brings nothing. */
  readonly isExplained: boolean;
}

/**
 * Whether a gap is to be asked for now: a new one at once, one that stays at growing intervals, one that is explained never
 * again.
 * @param isQuiet whether nothing exists in all that was compared
 * @param now milliseconds since 1970
 * @param everyMs between two comparisons
 */
export function planRefill(
  audit: StreamAudit,
  gap: FoundGap | null,
  isQuiet: boolean,
  now: number,
  everyMs = dayInMs,
): { readonly refill: boolean; readonly next: Pick<AuditResult, 'refilledAt' | 'refills' | 'missing' | 'dueAt'> } {
  const at = (ms: number) => new Date(now + ms).toISOString();
  if (gap === null) {
    const none = { refilledAt: audit.refilledAt, refills: 0, missing: null };
    return { refill: false, next: { ...none, dueAt: at(isQuiet ? quietTimes * everyMs : everyMs) } };
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
  return Math.min(shortestRefillMs * 2 ** Math.max(refills - 1, 0), longestRefillMs);
}

/** A time that was stored while the clock was ahead counts as now. */
function earlier(a: Instant, b: Instant): Instant {
  return a < b ? a : b;
}

function later(instant: Instant, ms: number): Instant {
  return new Date(Date.parse(instant) + ms).toISOString();
}

function startOf(instant: Instant): Instant {
  return `${instant.slice(0, 10)}T00:00:00.000Z`;
}
