import { createHash } from 'node:crypto';
import type { ProviderItem } from '@refrain/connectors';
import { type Connection, FailureKind, type Instant, minuteInMs, type StaleFailure } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import { parseStreamPosition, type StreamCompletenessState, type StreamRow } from '@refrain/store';
import type { IngestConfig } from '../config.ts';
import { accountProblemSubject, runWithSource } from '../source/run-with-source.ts';
import { findStreamRepositoryOrService } from '../sync/compare-streams.ts';
import { findGapRefillStart } from '../sync/plan-sync.ts';
import { createBatches } from '../worker/batches.ts';
import type { IngestDeps } from '../worker/deps.ts';
import { countItemsPerDay, formatItemKey } from './count-items-per-day.ts';
import {
  type ComparedSpan,
  failedCheckRetryMs,
  planComparedSpans,
  planGapRefill,
  planSpanBeforeStreamStart,
  type StreamGap,
} from './plan-check.ts';

const arrivesWithinMs = 15 * minuteInMs;
const unparsedAgainMs = 15 * minuteInMs;
const movingAgainMs = minuteInMs;

/**
 * Creates the job that compares the stored records of a stream with those that the provider lists, day by day. Missing records are
 * pulled again from the first incomplete day; outdated records are read again by the next sync. ADR 11 estimates the number of
 * requests.
 */
export function createCheckStreamHandler(
  deps: IngestDeps & Partial<Pick<IngestConfig, 'completenessCheckEveryMs'>>,
): JobHandler<'check-completeness'> {
  const { store, producer, providers, now } = deps;
  const at = (ms: number) => new Date(now() + ms).toISOString();

  async function listMissing(connectionId: string, items: readonly ProviderItem[]): Promise<Set<string>> {
    const missing = new Set(items.map(formatItemKey));
    for (const batch of createBatches(items, 1_000)) {
      for (const key of await store.completeness.listStoredItems(connectionId, batch)) missing.delete(key);
    }
    return missing;
  }

  /** Marks failures that changed after Refrain read them, so that the next sync reads them again. */
  async function markStale(connectionId: string, items: readonly ProviderItem[]): Promise<void> {
    const stale = items.flatMap(({ kind, externalId, version }): StaleFailure[] => {
      const ofFailure = FailureKind.safeParse(kind).data;
      return ofFailure !== undefined && version !== undefined ? [{ kind: ofFailure, externalId, version }] : [];
    });
    for (const batch of createBatches(stale, 1_000)) await store.failures.markStale(connectionId, batch);
  }

  /** Returns whether received records wait to be parsed. They would wrongly count as missing. */
  async function isUnparsed(connectionId: string, begun: string, missing: number): Promise<boolean> {
    return missing > 0 && (await store.inbox.listUnprocessed(1, begun, connectionId)).length > 0;
  }

  /** Returns whether requests would fail because the credential is rejected, or because the repository or service is missing. */
  async function isUnreachable({ id: connectionId, status }: Connection, stream: string): Promise<boolean> {
    const problems = status === 'active' ? [] : await store.connections.listProblems(connectionId);
    if (problems.some(({ subject }) => subject === accountProblemSubject)) return true;
    const location = findStreamRepositoryOrService(stream);
    const members = await store.connections.listScopeMembers(connectionId);
    return members.some(({ id, name, state }) => state === 'gone' && (id === location || name === location));
  }

  async function recordDays(
    connectionId: string,
    stream: string,
    { since, until }: ComparedSpan,
    items: readonly ProviderItem[],
    missing: ReadonlySet<string>,
  ): Promise<string | null> {
    const counted = await store.completeness.listDays(connectionId, { since, until, stream });
    const days = countItemsPerDay(
      items,
      missing,
      counted.map(({ day }) => day),
    );
    await store.completeness.recordDays(
      connectionId,
      days.map((day) => ({ stream, ...day })),
    );
    return days.find((day) => day.stored < day.existing)?.day ?? null;
  }

  /** Restarts the stream to refill a day. Returns false if the stream is being pulled already. */
  async function refill(connectionId: string, stream: string, day: string): Promise<boolean> {
    const row = await store.connections.findStream(connectionId, stream);
    const point = row && findGapRefillStart(row, day, now());
    if (row === null || point === null) return false;
    if (!(await store.connections.restartStream(connectionId, stream, point, row.updatedAt))) return false;
    await producer.enqueue('pull-stream', { connectionId, stream });
    return true;
  }

  async function describeGap(
    { id: connectionId, provider }: Connection,
    items: readonly ProviderItem[],
    missing: ReadonlySet<string>,
  ): Promise<StreamGap | null> {
    if (missing.size === 0) return null;
    const absent = items.filter((item) => missing.has(formatItemKey(item)));
    const keys = [...new Set(absent.map((item) => providers.recordKeyOf(provider, item)))];
    let unreadable = 0;
    for (const batch of createBatches(keys, 1_000)) {
      unreadable += await store.completeness.countUnreadable(connectionId, batch);
    }
    const digest = createHash('sha256')
      .update([...missing].sort().join('\n'))
      .digest('hex');
    return { missing: digest, isExplained: unreadable === keys.length };
  }

  /**
   * Returns the time up to which all records of a stream should be stored. During a sync this is the start of the sync.
   * Returns null during a backfill and after a failure.
   */
  function storedUntil({ state, cursor, since }: StreamRow): Instant | null {
    const arrived = at(-arrivesWithinMs);
    if (state === 'done') return arrived;
    const isSync = state !== 'failed' && parseStreamPosition(cursor)?.isSync === true;
    if (!isSync || since === null) return null;
    return since < arrived ? since : arrived;
  }

  async function compare(
    connection: Connection,
    stream: string,
    audit: StreamCompletenessState,
    until: Instant,
    signal: AbortSignal,
  ): Promise<void> {
    const { id } = connection;
    const begun = at(0);
    // If the provider lists the version of each item, the whole stream is compared each time, because any item may have changed.
    const isWhole = providers.get(connection.provider).account?.listsVersions?.(stream) ?? false;
    const from = isWhole ? { ...audit, checkedUntil: null } : audit;
    const spans = planComparedSpans(from, await store.completeness.listGapDays(id, stream), until);
    const older = isWhole ? planSpanBeforeStreamStart(audit, await store.failures.findOldest(id, 'incident')) : [];
    let isQuiet = true;
    for (const span of older) {
      const items = await listExisting(deps, connection, stream, span, signal);
      await markStale(id, items);
      isQuiet &&= items.length === 0;
    }
    const listed: { span: ComparedSpan; items: ProviderItem[] }[] = [];
    for (const span of spans) listed.push({ span, items: await listExisting(deps, connection, stream, span, signal) });
    const existing = listed.flatMap(({ items }) => items);
    const missing = await listMissing(id, existing);
    await markStale(id, existing);
    if (await isUnparsed(id, begun, missing.size))
      return store.completeness.postponeStreamCheck(id, stream, at(unparsedAgainMs));
    let firstGap: string | null = null;
    for (const { span, items } of listed) {
      const gap = await recordDays(id, stream, span, items, missing);
      firstGap ??= gap;
    }
    const gap = await describeGap(connection, existing, missing);
    const plan = planGapRefill(audit, gap, isQuiet && existing.length === 0, now(), deps.completenessCheckEveryMs);
    // If a sync has started in the meantime, the stream cannot be restarted, so no refill is recorded.
    if (plan.refill && firstGap !== null && !(await refill(id, stream, firstGap)))
      return store.completeness.postponeStreamCheck(id, stream, at(movingAgainMs));
    await store.completeness.recordStreamCheck(id, stream, { checkedUntil: until, ...plan.next });
  }

  return async ({ connectionId, stream }, signal) => {
    const connection = await store.connections.find(connectionId);
    const row = await store.connections.findStream(connectionId, stream);
    const audit = await store.completeness.findStreamCheck(connectionId, stream);
    const until = row && storedUntil(row);
    if (connection === null || audit === null || until === null) return;
    const postpone = () => store.completeness.postponeStreamCheck(connectionId, stream, at(failedCheckRetryMs));
    if (await isUnreachable(connection, stream)) return postpone();
    try {
      await compare(connection, stream, audit, until, signal);
    } catch (thrown) {
      await postpone();
      throw thrown;
    }
  };
}

async function listExisting(
  deps: IngestDeps,
  connection: Connection,
  stream: string,
  span: ComparedSpan,
  signal: AbortSignal,
): Promise<ProviderItem[]> {
  return runWithSource(deps, connection, stream, async (source) => {
    const items: ProviderItem[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await source.listExisting({ stream, ...span, cursor }, signal);
      items.push(...page.items);
      if (page.next === null) return items;
      cursor = page.next;
    }
  });
}
