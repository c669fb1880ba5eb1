import { AppError, Measurement, PatternMeasurement } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { LRUCache } from 'lru-cache';
import { type SerializedJson, serializeJson } from '../http/responses/serialized-json.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

/** Creates the routes of measurements, as of the last clustering. */
export function createMeasurementRoutes({ store }: { readonly store: Pick<Store, 'reports'> }): Route[] {
  /** Caches the serialised measurement, which has half a megabyte for a large organisation. */
  const written = new LRUCache<string, SerializedJson<Measurement>>({
    max: 1,
    // A later request for another measurement does not abort this one.
    ignoreFetchAbort: true,
    async fetchMethod() {
      const measurement = await store.reports.findMeasurement();
      return measurement === null ? undefined : serializeJson(measurement);
    },
  });
  return [
    defineRoute({
      method: 'get',
      path: '/v1/measurement',
      operationId: 'findMeasurement',
      needs: 'viewer',
      tag: 'measurement',
      summary:
        'Get the measurements of the organisation: trends, control chart, length of episodes, delivery metrics, backtest of the forecasts',
      responses: { 200: Measurement },
      errors: ['not_found'],
      async handle() {
        const moment = await store.reports.findMeasurementTime();
        const measurement = moment === null ? undefined : await written.fetch(moment.measuredAt);
        if (measurement === undefined)
          throw new AppError('not_found', 'There is no measurement yet. The first clustering makes one.');
        return measurement;
      },
    }),
    defineRoute({
      method: 'get',
      path: '/v1/patterns/{id}/measurement',
      operationId: 'findPatternMeasurement',
      needs: 'viewer',
      tag: 'measurement',
      summary: 'Get the recurrence, trend and forecast of a pattern',
      responses: { 200: PatternMeasurement },
      errors: ['not_found'],
      async handle({ params }) {
        const measurement = await store.reports.findPatternMeasurement(params.id);
        if (measurement === null) throw new AppError('not_found', `There is no measurement of a pattern ${params.id}.`);
        return measurement;
      },
    }),
  ];
}
