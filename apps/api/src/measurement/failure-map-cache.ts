import { type FailureMap, type FailureMapFilter, type Instant, minuteInMs, type ObservedPeriod } from '@refrain/domain';
import { openWorkerThread } from '@refrain/process';
import { LRUCache } from 'lru-cache';
import type { SerializedJson } from '../http/responses/serialized-json.ts';

export interface FailureMapRequest {
  readonly period: ObservedPeriod;
  readonly filter: FailureMapFilter;
  /** When the newest measurement was made; null if there is none. A newer measurement causes a new map. */
  readonly measuredAt: Instant | null;
}

export interface FailureMapWorkerSettings {
  readonly databaseUrl: string;
  readonly encryptionKey: Uint8Array;
}

/** Builds failure maps in a worker thread, and caches them. A map can be a megabyte in size. */
export interface FailureMapCache {
  find(question: FailureMapRequest): Promise<SerializedJson<FailureMap>>;
  close(): Promise<void>;
}

const maxCached = 50;
/** Lowers the priority of the thread. Only on Linux, setpriority(2) applies to a thread instead of the process. */
const defaultNiceIncrement = process.platform === 'linux' ? 10 : 0;

export function createFailureMapCache(
  workerData: FailureMapWorkerSettings,
  threadFile = new URL('./map-worker.js', import.meta.url),
  niceIncrement = defaultNiceIncrement,
): FailureMapCache {
  const thread = openWorkerThread<typeof import('./map-worker.ts')>(threadFile, {
    name: 'build',
    idleTimeout: minuteInMs,
    niceIncrement,
    workerData,
  });
  const maps = new LRUCache<string, SerializedJson<FailureMap>, FailureMapRequest>({
    max: maxCached,
    // A map that is evicted while it is being built still reaches the waiting requests.
    ignoreFetchAbort: true,
    fetchMethod(_key, _stale, { options, context }) {
      // The ownership of teams can change between two measurements, so a map of a team expires.
      if (context.filter.team !== null) options.ttl = minuteInMs;
      return thread.run<SerializedJson<FailureMap>>(context);
    },
  });
  return {
    find: (question) => maps.forceFetch(JSON.stringify(question), { context: question }),
    close: thread.close,
  };
}
