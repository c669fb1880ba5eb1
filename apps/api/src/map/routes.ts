import { buildFailureMap } from '@refrain/analysis';
import { AppError, dayInMs, FailureKind, FailureMap, Instant } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../route/define-route.ts';

const MapQuery = z.object({
  /** A year before `until` unless given. */
  from: Instant.optional(),
  /** As far as is known unless given. */
  until: Instant.optional(),
  environment: z.string().min(1).max(200).optional(),
  /** Episodes with a failure of this kind. */
  kind: FailureKind.optional(),
});
const yearInMs = 365 * dayInMs;

/** Where failures happen, and why. */
export function createMapRoutes({ store }: ApiDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/map',
      operationId: 'findFailureMap',
      tag: 'measurement',
      summary: 'The failure map: services by cause and by trigger, and folders that fail more often than others',
      description:
        'Counts of episodes with what they are counted against. `standsOut` is only what neither many changes nor chance among so many cells explains.',
      query: MapQuery,
      answers: { 200: FailureMap },
      async handle({ query }) {
        const until = query.until ?? (await store.measurements.find())?.asOf ?? new Date().toISOString();
        const from = query.from ?? new Date(Date.parse(until) - yearInMs).toISOString();
        if (Date.parse(from) >= Date.parse(until))
          throw new AppError('invalid_input', '`from` has to be before `until`.');
        const period = { from, until };
        const [episodes, changes] = await Promise.all([
          store.observations.listEpisodes(period),
          store.observations.listChanges(period),
        ]);
        const { environment = null, kind } = query;
        const filter = { team: null, environment, kinds: kind === undefined ? [] : [kind] };
        return buildFailureMap({ episodes, changes, period, filter, teams: null });
      },
    }),
  ];
}
