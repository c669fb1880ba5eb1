import { setTimeout as wait } from 'node:timers/promises';
import { type Instant, type OverviewFailureMap, toAppError } from '@refrain/domain';
import { LRUCache } from 'lru-cache';
import type { ApiDeps } from '../api-deps.ts';
import { parseSerializedJson } from '../http/responses/serialized-json.ts';
import { findDefaultFailureMapStart } from './find-default-failure-map-start.ts';
import { shortenFailureMap } from './shorten-overview.ts';

export interface MeasurementTimes {
  readonly asOf: Instant;
  readonly measuredAt: Instant;
}

/** Milliseconds that an overview waits for the first map. Building the map takes up to a minute on a busy machine. */
const timeoutMs = 500;

/**
 * Creates a function that returns the shortened failure map of the last year. While this map is being built, the function
 * returns the previous map, or null if there is none.
 */
export function createOverviewMapReader({ maps, onError }: ApiDeps) {
  let shown: OverviewFailureMap | null = null;
  /** The measurement whose map is being built. Further requests get the previous map instead of waiting. */
  let requestedFor: Instant | null = null;
  const cache = new LRUCache<Instant, OverviewFailureMap, MeasurementTimes>({
    max: 1,
    // A build in progress completes even if a newer measurement replaces its cache entry.
    ignoreFetchAbort: true,
    async fetchMethod(_key, _stale, { context: { asOf, measuredAt } }) {
      const filter = { team: null, environment: null, kinds: [] };
      shown = shortenFailureMap(
        parseSerializedJson(
          await maps.find({ period: { from: findDefaultFailureMapStart(asOf), until: asOf }, filter, measuredAt }),
        ),
      );
      return shown;
    },
  });

  return async (newest: MeasurementTimes): Promise<OverviewFailureMap | null> => {
    const ready = cache.get(newest.measuredAt);
    if (ready !== undefined) return ready;
    if (requestedFor === newest.measuredAt) return shown;
    requestedFor = newest.measuredAt;
    const built = cache.forceFetch(newest.measuredAt, { context: newest }).catch((error) => {
      onError(toAppError(error));
      requestedFor = null;
      return shown;
    });
    return shown ?? Promise.race([built, wait(timeoutMs, null, { ref: false })]);
  };
}
