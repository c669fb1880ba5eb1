import { AppError, FailureKind, FailureMap, hourInMs, type Instant } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import { EnvironmentName, Since, Until } from '../http/requests/list-query.ts';
import { parseSerialized } from '../http/responses/serialized-json.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import type { MapCache } from './map-cache.ts';
import { narrowMap } from './narrow-map.ts';
import { yearBefore } from './year-before.ts';

export interface MapRouteDeps {
  readonly store: Pick<Store, 'reports'>;
  readonly maps: Pick<MapCache, 'find'>;
}

const Name = z.string().min(1).max(200);

const MapQuery = z.object({
  since: Since.optional().meta({
    description: 'From the hour of this instant on: a year before `until`, unless given.',
  }),
  until: Until.optional().meta({
    description: 'Before this instant, to the next full hour: as far as is known, unless given.',
  }),
  team: Name.optional().meta({ description: 'What this team owns, as CODEOWNERS and catalog-info files say.' }),
  environment: EnvironmentName.optional(),
  service: Name.optional().meta({ description: 'The rows of this service alone; rates stay compared with all.' }),
  repository: Name.optional().meta({
    description:
      'The rows of this repository alone, `owner/name`, where no service is known that runs from it, and its folders.',
  }),
  kind: FailureKind.optional().meta({ description: 'Episodes with a failure of this kind.' }),
});

/** Creates the route of the failure map. */
export function createMapRoutes({ store, maps }: MapRouteDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/map',
      operationId: 'findFailureMap',
      isCostly: true,
      usesThread: true,
      needs: 'viewer',
      tag: 'measurement',
      summary: 'The failure map: services by cause and by trigger, and folders that fail more often than others',
      description:
        'Counts of episodes with what they are counted against. `standsOut` is only what neither many changes nor chance among so many cells explains. A map is made once for each measurement; of a team, once a minute.',
      query: MapQuery,
      responses: { 200: FailureMap },
      async handle({ query }) {
        const { asOf = toNextHour(new Date().toISOString()), measuredAt = null } =
          (await store.reports.findMeasurementTime()) ?? {};
        const until = query.until === undefined ? asOf : toNextHour(query.until);
        const from = query.since === undefined ? yearBefore(until) : toHour(query.since);
        if (Date.parse(from) >= Date.parse(until))
          throw new AppError('invalid_input', '`since` has to be before `until`.');
        const { team = null, environment = null, kind, service, repository } = query;
        const filter = { team, environment, kinds: kind === undefined ? [] : [kind] };
        const map = await maps.find({ period: { from, until }, filter, measuredAt });
        if (service === undefined && repository === undefined) return map;
        return narrowMap(parseSerialized(map), { service: service ?? null, repository: repository ?? null });
      },
    }),
  ];
}

/** Rounds to hours, so that requests within an hour share a cached map and the number of maps is bounded. */
function toHour(instant: Instant): Instant {
  return new Date(Math.floor(Date.parse(instant) / hourInMs) * hourInMs).toISOString();
}

/** Maximum value of an `Instant`. */
const latest = Date.parse('9999-12-31T23:59:59.999Z');

function toNextHour(instant: Instant): Instant {
  return new Date(Math.min(Math.ceil(Date.parse(instant) / hourInMs) * hourInMs, latest)).toISOString();
}
