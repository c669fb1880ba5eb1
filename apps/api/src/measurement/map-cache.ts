import { type FailureMap, type FailureMapFilter, type Instant, minuteInMs, type ObservedPeriod } from '@refrain/domain';
import { openThread } from '@refrain/process';
import { LRUCache } from 'lru-cache';
import type { SerializedJson } from '../http/responses/serialized-json.ts';

export interface MapQuestion {
  readonly period: ObservedPeriod;
  readonly filter: FailureMapFilter;
  /** Of the newest measurement: what was observed changes with it alone. Null before the first. */
  readonly measuredAt: Instant | null;
}

export interface MapWorkerData {
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Uint8Array;
}

/** Failure maps, made and written in a thread of their own and kept for a while: one may be a megabyte. */
export interface MapCache {
  find(question: MapQuestion): Promise<SerializedJson<FailureMap>>;
  close(): Promise<void>;
}

const mostKept = 50;
/** What a team owns changes between measurements: such a map is made anew after this. */
const teamKeptMs = minuteInMs;
/** Who looks at one period looks at the next. */
const idleMs = minuteInMs;
/** A map can wait for the answers beside it. Only Linux makes one thread wait, elsewhere it would be the process (setpriority(2)). */
const behind = process.platform === 'linux' ? 10 : 0;

/**
 * @param threadFile the thread's script as it is built, unless it is where it belongs
 * @param niceIncrement how much lower than its process' the thread's priority is
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
    max: mostKept,
    // Who asked is answered also where others have taken the place meanwhile.
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
