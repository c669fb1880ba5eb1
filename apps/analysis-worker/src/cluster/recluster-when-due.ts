import { dayInMs, hourInMs, secondInMs } from '@refrain/domain';
import type { JobHandler } from '@refrain/jobs';
import type { ClusterRunTiming, Store } from '@refrain/store';
import { hasConnectedAccount, type ReclusterDeps } from './recluster.ts';

/** Clusterings up to this duration need no cooldown. Clustering a few hundred failures takes less, even on a busy machine. */
const defaultCooldownFreeMs = 4 * secondInMs;
/** The cooldown is this many times as long as the time by which the clustering exceeded `cooldownFreeMs`. */
const cooldownFactor = 5;
/**
 * Maximum of the cooldown, and of the duration from which it is computed, because a measured duration can include days for
 * which the machine was suspended.
 */
const maxMs = hourInMs;
/** Start times are rounded to milliseconds, so a new clustering may seem to start up to 1 millisecond in the future. */
const roundingMs = 1;

/**
 * A clustering waits while at most this many failures have no vectors, which takes seconds. It does not wait for the vectors of a
 * whole import, but compares words until all vectors are there.
 */
const maxAwaitedVectors = 500;
const maxVectorWaitMs = 60 * secondInMs;
const vectorRetryMs = 2 * secondInMs;

/**
 * Creates the job that enqueues a clustering if there is new input, or if the statistics are a day old. During the cooldown, the job
 * enqueues itself again instead. It is a separate job, so that the cooldown neither blocks a worker nor delays a clustering that a
 * person's decision enqueued. The job also waits for the vectors of new failures, because patterns would otherwise change twice.
 */
export function createReclusterWhenDueHandler(
  { store, producer, now = Date.now, vectors }: Pick<ReclusterDeps, 'store' | 'producer' | 'now' | 'vectors'>,
  cooldownFreeMs?: number,
): JobHandler<'recluster-when-due'> {
  let waitsSince: number | null = null;

  /** Returns whether few vectors are missing that will be computed soon. */
  async function areVectorsExpected(): Promise<boolean> {
    if (vectors === undefined || !vectors.isWorking()) return false;
    const { needed, computed } = await store.failures.countVectors(vectors.model);
    if (needed === computed || needed - computed > maxAwaitedVectors) return false;
    waitsSince ??= now();
    return now() - waitsSince < maxVectorWaitMs;
  }

  return async () => {
    const lastRun = await store.patterns.findRunTiming();
    const cooldownMs = lastRun === null ? 0 : findRemainingCooldownMs(lastRun, cooldownFreeMs);
    if (cooldownMs > 0) return producer.enqueue('recluster-when-due', {}, cooldownMs);
    const [clustered, wanted] = await Promise.all([
      store.patterns.findClusteredVersion(),
      store.patterns.readInputVersion(),
    ]);
    if (clustered === wanted && !(await isStale(store, now()))) return;
    if (await areVectorsExpected()) return producer.enqueue('recluster-when-due', {}, vectorRetryMs);
    waitsSince = null;
    await producer.enqueue('recluster', {});
  };
}

/** While an account is connected, statistics are stale after a day, because a day without failures changes them too. */
async function isStale(store: Pick<Store, 'connections' | 'reports'>, now: number): Promise<boolean> {
  const measured = await store.reports.findMeasurementTime();
  if (measured === null || now - Date.parse(measured.asOf) < dayInMs) return false;
  return await hasConnectedAccount(store);
}

/**
 * Returns the milliseconds until the next clustering of new input. The cooldown counts from the start of the last clustering, which
 * may still run or may never have ended. A start in the future means that the clock was set back: then there is no cooldown.
 */
export function findRemainingCooldownMs(
  { begunMsAgo, tookMs }: ClusterRunTiming,
  cooldownFreeMs = defaultCooldownFreeMs,
): number {
  if (tookMs <= cooldownFreeMs || begunMsAgo < -roundingMs) return 0;
  const wholeMs = Math.min(tookMs, maxMs) + Math.min(cooldownFactor * (tookMs - cooldownFreeMs), maxMs);
  return Math.ceil(Math.min(Math.max(wholeMs - begunMsAgo, 0), maxMs));
}
