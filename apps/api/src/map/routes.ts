import { AppError, FailureKind, FailureMap } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { EnvironmentName, Since, Until } from '../list-query.ts';
import { defineRoute, type Route } from '../route/define-route.ts';
import { yearBefore } from './year-before.ts';

const MapQuery = z.object({
  since: Since.optional().meta({ description: 'From this instant on: a year before `until`, unless given.' }),
  until: Until.optional().meta({ description: 'Before this instant: as far as is known, unless given.' }),
  team: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'What this team owns, as CODEOWNERS and catalog-info files say.' }),
  environment: EnvironmentName.optional(),
  kind: FailureKind.optional().meta({ description: 'Episodes with a failure of this kind.' }),
});

/** Where failures happen, and why. */
export function createMapRoutes({ store, maps }: ApiDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/map',
      operationId: 'findFailureMap',
      tag: 'measurement',
      summary: 'The failure map: services by cause and by trigger, and folders that fail more often than others',
      description:
        'Counts of episodes with what they are counted against. `standsOut` is only what neither many changes nor chance among so many cells explains. A map is made once for each measurement; of a team, once a minute.',
      query: MapQuery,
      answers: { 200: FailureMap },
      async handle({ query }) {
        const { asOf = new Date().toISOString(), measuredAt = null } = (await store.measurements.findMoment()) ?? {};
        const until = query.until ?? asOf;
        const from = query.since ?? yearBefore(until);
        if (Date.parse(from) >= Date.parse(until))
          throw new AppError('invalid_input', '`since` has to be before `until`.');
        const { team = null, environment = null, kind } = query;
        const filter = { team, environment, kinds: kind === undefined ? [] : [kind] };
        return maps.find({ period: { from, until }, filter, measuredAt });
      },
    }),
  ];
}
