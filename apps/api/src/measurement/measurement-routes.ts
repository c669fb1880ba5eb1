import { Measurement, PatternMeasurement } from '@refrain/domain';
import { LRUCache } from 'lru-cache';
import type { ApiDeps } from '../api-deps.ts';
import { requireFound } from '../http/responses/problem.ts';
import { type SerializedJson, serializeJson } from '../http/responses/serialized-json.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

export function createMeasurementRoutes({ store }: ApiDeps): Route[] {
  /** The serialised measurement: half a megabyte for a large organisation. */
  const cache = new LRUCache<string, SerializedJson<Measurement>>({
    max: 1,
    // A read in progress completes even if a newer measurement replaces its cache entry.
    ignoreFetchAbort: true,
    async fetchMethod() {
      const measurement = await store.reports.findMeasurement();
      return measurement === null ? undefined : serializeJson(measurement);
    },
  });
  return [
    defineRoute('get', '/v1/measurement', {
      operationId: 'findMeasurement',
      needs: 'viewer',
      tag: 'measurement',
      summary:
        'Get the measurements of the organisation: trends, control chart, durations, delivery metrics, backtest of forecasts',
      responses: { 200: Measurement },
      errors: ['not_found'],
      async handle() {
        const newest = await store.reports.findMeasurementTime();
        const measurement = newest === null ? undefined : await cache.fetch(newest.measuredAt);
        return requireFound(measurement, 'There is no measurement yet. Wait for the first clustering.');
      },
    }),
    defineRoute('get', '/v1/patterns/{id}/measurement', {
      operationId: 'findPatternMeasurement',
      needs: 'viewer',
      tag: 'measurement',
      summary: 'Get the recurrence, trend and forecast of a pattern',
      responses: { 200: PatternMeasurement },
      errors: ['not_found'],
      handle: async ({ params: { id } }) =>
        requireFound(
          await store.reports.findPatternMeasurement(id),
          `There is no measurement of pattern ${id}. Check the id, or wait for the next clustering.`,
        ),
    }),
  ];
}
