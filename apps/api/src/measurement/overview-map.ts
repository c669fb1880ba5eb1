import { setTimeout as wait } from 'node:timers/promises';
import { type AppError, type Instant, type OverviewMap, toAppError } from '@refrain/domain';
import { LRUCache } from 'lru-cache';
import { parseSerialized } from '../http/responses/serialized-json.ts';
import type { MapCache } from './map-cache.ts';
import { cutMap } from './shorten-overview.ts';
import { yearBefore } from './year-before.ts';

export interface OverviewMapDeps {
  readonly maps: Pick<MapCache, 'find'>;
  readonly onError: (error: AppError) => void;
}

export interface MeasuredAsOf {
  readonly asOf: Instant;
  readonly measuredAt: Instant;
}

/** Milliseconds that an overview waits for its first map, which has low priority and takes up to a minute on a busy machine. */
const timeoutMs = 500;

/**
 * Creates a function that returns the shortened map of the last year. It returns the previous map while the next one is
 * built, or null.
 */
export function createOverviewMap({ maps, onError }: OverviewMapDeps) {
  let shown: OverviewMap | null = null;
  /** Later requests do not wait. */
  let requestedFor: Instant | null = null;
  const kept = new LRUCache<Instant, OverviewMap, MeasuredAsOf>({
    max: 1,
    // A later request does not abort a build: the next one shows its result.
    ignoreFetchAbort: true,
    async fetchMethod(_key, _stale, { context: { asOf, measuredAt } }) {
      const filter = { team: null, environment: null, kinds: [] };
      shown = cutMap(
        parseSerialized(await maps.find({ period: { from: yearBefore(asOf), until: asOf }, filter, measuredAt })),
      );
      return shown;
    },
  });

  return async (moment: MeasuredAsOf): Promise<OverviewMap | null> => {
    const ready = kept.get(moment.measuredAt);
    if (ready !== undefined) return ready;
    if (requestedFor === moment.measuredAt) return shown;
    requestedFor = moment.measuredAt;
    const made = kept.forceFetch(moment.measuredAt, { context: moment }).catch((error) => {
      onError(toAppError(error));
      requestedFor = null;
      return shown;
    });
    return shown ?? Promise.race([made, wait(timeoutMs, null, { ref: false })]);
  };
}
