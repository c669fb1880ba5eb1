import { type FailureMap, type FailureMapFilter, type Instant, minuteInMs, type ObservedPeriod } from '@refrain/domain';
import { openThread } from '@refrain/process';
import { LRUCache } from 'lru-cache';
import type { SerializedJson } from '../http/responses/serialized-json.ts';

export interface MapQuestion {
  readonly period: ObservedPeriod;
  readonly filter: FailureMapFilter;
  /** Instant of the newest measurement, with which observations change; null before the first. */
  readonly measuredAt: Instant | null;
}

export interface MapWorkerData {
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Uint8Array;
}

/** Builds failure maps in a worker thread and caches them: one may have a megabyte. */
export interface MapCache {
  find(question: MapQuestion): Promise<SerializedJson<FailureMap>>;
  close(): Promise<void>;
}

const maxKept = 50;
/** Milliseconds for which a map of a team is cached: ownership changes between measurements. */
const teamKeptMs = minuteInMs;
/** Keeps the thread for the next request of a user who browses periods. */
const idleMs = minuteInMs;
/** Lowers the priority of the thread. Only on Linux setpriority(2) applies to one thread and not to the process. */
const behind = process.platform === 'linux' ? 10 : 0;

/**
 * @param threadFile compiled script of the thread
 * @param niceIncrement lowers the priority of the thread
 */
export function createMapCache(
  workerData: MapWorkerData,
  threadFile = new URL('./map-worker.js', import.meta.url),
  niceIncrement = behind,
): MapCache {
  const thread = openThread(threadFile, {
    name: 'build',
    idleTimeout: idleMs,
    niceIncrement,
    workerData,
  });
  const maps = new LRUCache<string, SerializedJson<FailureMap>, MapQuestion>({
    max: maxKept,
    // Evicted builds still answer their requests.
    ignoreFetchAbort: true,
    fetchMethod(_key, _stale, { options, context }) {
      if (context.filter.team !== null) options.ttl = teamKeptMs;
      return thread.run<SerializedJson<FailureMap>>(context);
    },
  });
  return {
    find: (question) => maps.forceFetch(JSON.stringify(question), { context: question }),
    close: thread.close,
  };
}
