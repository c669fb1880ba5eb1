import { createHash } from 'node:crypto';
import { type ExistingItem, recordKeyOf } from '@refrain/connectors';
import { type Connection, FailureKind, type FailureNews, type Instant, minuteInMs } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { StreamAudit, StreamRow } from '@refrain/store';
import { accountSubject } from '../source/connection-problem.ts';
import { withSource } from '../source/with-source.ts';
import { refillPointOf } from '../sync/plan-sync.ts';
import { placeOf } from '../sync/sort-streams.ts';
import { parsePosition } from '../sync/stream-position.ts';
import { batchesOf } from '../worker/batches.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { countDays } from './count-days.ts';
import {
  type AuditSpan,
  type FoundGap,
  failedAgainMs,
  planOlderSpan,
  planRefill,
  planSpans,
  tellsOfChanges,
} from './plan-check.ts';

/** What came so shortly ago may still be on its way here. */
const settlesWithinMs = 15 * minuteInMs;
/** A stream of which records wait to be read is reconciled again after this time. */
const unreadAgainMs = 15 * minuteInMs;
const movesAgainMs = minuteInMs;

export interface AuditDeps extends IngestDeps {
  /** Milliseconds between two comparisons of a stream in which something happens; a day unless given. */
  readonly compareEveryMs?: number;
}

/**
 * Holds one stream against what the provider says exists, day by day. Where something is missing, the stream is read again
 * from the first such day on. What is stored and exists no longer is no gap. What is stored in an older version than the
 * list tells of is read again by its id.
 *
 * The last seven days of each stream are compared once a day: for a stream with at most a hundred items in them that is one
 * request (one for each label of issues, one for each chosen workflow). 500 repositories with commits, pull requests,
 * deployments, three labels and one workflow cost some 4,000 requests a day, 170 an hour, where something happens in all of
 * them; those where nothing does are compared each three days. The first time all of a stream is compared, for a
 * request a hundred items; incidents of PagerDuty are so each time, since its list tells when each of them changed: for 10,000
 * a hundred requests a day, of the 960 that it allows a minute.
 */
export function createAuditStream(deps: AuditDeps): Handler<'audit-stream'> {
  const { store, producer, now } = deps;
  const at = (ms: number) => new Date(now() + ms).toISOString();

  async function listMissing(connectionId: string, items: readonly ExistingItem[]): Promise<Set<string>> {
    const missing = new Set(items.map(keyOf));
    for (const batch of batchesOf(items, 1_000)) {
      for (const key of await store.completeness.listStored(connectionId, batch)) missing.delete(key);
    }
    return missing;
  }

  /** What changed since it was read, be it that its webhook was lost and no list shows it, is read again by the next sync. */
  async function askForNewer(connectionId: string, items: readonly ExistingItem[]): Promise<void> {
    const news = items.flatMap(({ kind, externalId, version }): FailureNews[] => {
      const ofFailure = FailureKind.safeParse(kind).data;
      return ofFailure !== undefined && version !== undefined ? [{ kind: ofFailure, externalId, version }] : [];
    });
    for (const batch of batchesOf(news, 1_000)) await store.failures.keepNews(connectionId, batch);
  }

  /** What is taken in and not yet read would look as if it were missing. */
  async function isUnread(connectionId: string, begun: string, missing: number): Promise<boolean> {
    return missing > 0 && (await store.inbox.listUnprocessed(1, begun, connectionId)).length > 0;
  }

  /** Whether there is no use in asking: the account refuses us, or what the stream is of is gone. */
  async function isOutOfReach({ id: connectionId, status }: Connection, stream: string): Promise<boolean> {
    const problems = status === 'active' ? [] : await store.problems.list(connectionId);
    if (problems.some(({ subject }) => subject === accountSubject)) return true;
    const place = placeOf(stream);
    const members = await store.scope.listMembers(connectionId);
    return members.some(({ id, name, state }) => state === 'gone' && (id === place || name === place));
  }

  async function recordDays(
    connectionId: string,
    stream: string,
    { since, until }: AuditSpan,
    items: readonly ExistingItem[],
    missing: ReadonlySet<string>,
  ): Promise<string | null> {
    const counted = await store.completeness.list(connectionId, { since, until, stream });
    const days = countDays(
      items,
      missing,
      counted.map(({ day }) => day),
    );
    await store.completeness.record(
      connectionId,
      days.map((day) => ({ stream, ...day })),
    );
    return days.find((day) => day.stored < day.existing)?.day ?? null;
  }

  /** @returns whether it is read from there: not where the stream moves */
  async function refill(connectionId: string, stream: string, day: string): Promise<boolean> {
    const row = await store.connections.findStream(connectionId, stream);
    const point = row && refillPointOf(row, day, now());
    if (row === null || point === null) return false;
    if (!(await store.connections.restartStream(connectionId, stream, point, row.updatedAt))) return false;
    await producer.enqueue('pull-stream', { connectionId, stream });
    return true;
  }

  async function describeGap(
    { id: connectionId, provider }: Connection,
    items: readonly ExistingItem[],
    missing: ReadonlySet<string>,
  ): Promise<FoundGap | null> {
    if (missing.size === 0) return null;
    const absent = items.filter((item) => missing.has(keyOf(item)));
    const keys = [...new Set(absent.map((item) => recordKeyOf(provider, item)))];
    let unreadable = 0;
    for (const batch of batchesOf(keys, 1_000)) {
      unreadable += await store.audits.countUnreadable(connectionId, batch);
    }
    const digest = createHash('sha256')
      .update([...missing].sort().join('\n'))
      .digest('hex');
    return { missing: digest, isExplained: unreadable === keys.length };
  }

  /** Until when all is stored that there is: of a stream that looks for what is new, what was there before; null in a first pass. */
  function storedUntil({ state, cursor, since }: StreamRow): Instant | null {
    const settled = at(-settlesWithinMs);
    if (state === 'done') return settled;
    const isSync = state !== 'failed' && parsePosition(cursor)?.isSync === true;
    if (!isSync || since === null) return null;
    return since < settled ? since : settled;
  }

  async function compare(
    connection: Connection,
    stream: string,
    audit: StreamAudit,
    until: Instant,
    signal: AbortSignal,
  ): Promise<void> {
    const { id } = connection;
    const begun = at(0);
    const isWhole = tellsOfChanges(connection, stream);
    const from = isWhole ? { ...audit, auditedUntil: null } : audit;
    const spans = planSpans(from, await store.audits.listGapDays(id, stream), until);
    const older = isWhole ? planOlderSpan(audit, await store.failures.findOldest(id, 'incident')) : [];
    let isQuiet = true;
    for (const span of older) {
      const items = await listExisting(deps, connection, stream, span, signal);
      await askForNewer(id, items);
      isQuiet &&= items.length === 0;
    }
    const listed: { span: AuditSpan; items: ExistingItem[] }[] = [];
    for (const span of spans) listed.push({ span, items: await listExisting(deps, connection, stream, span, signal) });
    const existing = listed.flatMap(({ items }) => items);
    const missing = await listMissing(id, existing);
    await askForNewer(id, existing);
    if (await isUnread(id, begun, missing.size)) return store.audits.postpone(id, stream, at(unreadAgainMs));
    let firstGap: string | null = null;
    for (const { span, items } of listed) {
      const gap = await recordDays(id, stream, span, items, missing);
      firstGap ??= gap;
    }
    const gap = await describeGap(connection, existing, missing);
    const plan = planRefill(audit, gap, isQuiet && existing.length === 0, now(), deps.compareEveryMs);
    // A sync may have begun meanwhile: what is not asked for is not said to be.
    if (plan.refill && firstGap !== null && !(await refill(id, stream, firstGap)))
      return store.audits.postpone(id, stream, at(movesAgainMs));
    await store.audits.keep(id, stream, { auditedUntil: until, ...plan.next });
  }

  return async ({ connectionId, stream }, signal) => {
    const connection = await store.connections.find(connectionId);
    const row = await store.connections.findStream(connectionId, stream);
    const audit = await store.audits.find(connectionId, stream);
    const until = row && storedUntil(row);
    if (connection === null || audit === null || until === null) return;
    const later = () => store.audits.postpone(connectionId, stream, at(failedAgainMs));
    if (await isOutOfReach(connection, stream)) return later();
    try {
      await compare(connection, stream, audit, until, signal);
    } catch (thrown) {
      await later();
      throw thrown;
    }
  };
}

function keyOf({ kind, externalId }: ExistingItem): string {
  return `${kind}/${externalId}`;
}

async function listExisting(
  deps: IngestDeps,
  connection: Connection,
  stream: string,
  span: AuditSpan,
  signal: AbortSignal,
): Promise<ExistingItem[]> {
  return withSource(deps, connection, stream, async (source) => {
    const items: ExistingItem[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await source.listExisting({ stream, ...span, cursor }, signal);
      items.push(...page.items);
      if (page.next === null) return items;
      cursor = page.next;
    }
  });
}
