import { setTimeout as wait } from 'node:timers/promises';
import { type Instant, type ObservedPeriod, type OverviewFailureMap, toAppError } from '@refrain/domain';
import { LRUCache } from 'lru-cache';
import type { ApiDeps } from '../api-deps.ts';
import { parseSerializedJson } from '../http/responses/serialized-json.ts';
import { shortenFailureMap } from './shorten-overview.ts';

export interface OverviewMapRequest {
  readonly period: ObservedPeriod;
  readonly measuredAt: Instant;
  /** Identifies the parameters of the request. The last map with the same parameters is shown while a new map is built. */
  readonly parameters: string;
}

interface BuiltMap {
  readonly key: string;
  readonly map: OverviewFailureMap;
}

/** Milliseconds that an overview waits for the first map. Building the map takes up to a minute on a busy machine. */
const timeoutMs = 500;
const maxMaps = 30;

/**
 * Creates a function that returns the shortened failure map of a period. While a map is being built, the function returns the
 * previous map for the same parameters, or null if there is none.
 */
export function createOverviewMapReader({ maps, onError }: ApiDeps) {
  const built = new LRUCache<string, BuiltMap>({ max: maxMaps });
  const building = new Map<string, Promise<OverviewFailureMap | null>>();

  async function build({ period, measuredAt, parameters }: OverviewMapRequest, key: string) {
    try {
      const filter = { team: null, environment: null, kinds: [] };
      const map = shortenFailureMap(parseSerializedJson(await maps.find({ period, filter, measuredAt })));
      built.set(parameters, { key, map });
      return map;
    } catch (error) {
      onError(toAppError(error));
      return null;
    } finally {
      building.delete(key);
    }
  }

  return (request: OverviewMapRequest): Promise<OverviewFailureMap | null> | OverviewFailureMap => {
    const key = JSON.stringify([request.measuredAt, request.period]);
    const previous = built.get(request.parameters);
    if (previous?.key === key) return previous.map;
    const map = building.get(key) ?? build(request, key);
    building.set(key, map);
    return previous?.map ?? Promise.race([map, wait(timeoutMs, null, { ref: false })]);
  };
}
