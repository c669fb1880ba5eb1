import { type FailureMap, type FailureMapFilter, minuteInMs, type ObservedPeriod } from '@refrain/domain';
import { LRUCache } from 'lru-cache';
import { openThread } from '../open-thread.ts';
import type { WrittenJson } from '../route/written-json.ts';

export interface MapQuestion {
  readonly period: ObservedPeriod;
  readonly filter: FailureMapFilter;
}

export interface MapWorkerData {
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Uint8Array;
}

/** Failure maps, made and written in a thread of their own and kept for a while: one may be a megabyte. */
export interface KeptMaps {
  find(question: MapQuestion): Promise<WrittenJson<FailureMap>>;
  close(): Promise<void>;
}

const mostKept = 50;
/** A map of a moment ago serves whoever asks for the same again. */
const keptMs = minuteInMs;

/** @param threadFile the thread's script as it is built, unless it is where it belongs */
export function keepMaps(
  workerData: MapWorkerData,
  threadFile = new URL('./map-worker.js', import.meta.url),
): KeptMaps {
  const pool = openThread(threadFile, { name: 'build', minThreads: 0, workerData });
  const maps = new LRUCache<string, WrittenJson<FailureMap>, MapQuestion>({
    ...{ max: mostKept, ttl: keptMs },
    fetchMethod: (_key, _stale, { context }) => pool.run(context) as Promise<WrittenJson<FailureMap>>,
  });
  return {
    find: (question) => maps.forceFetch(JSON.stringify(question), { context: question }),
    close: () => pool.destroy(),
  };
}
