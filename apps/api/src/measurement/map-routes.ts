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
    description: 'Start of the period, rounded down to the hour. Defaults to a year before `until`.',
  }),
  until: Until.optional().meta({
    description: 'End of the period, rounded up to the hour. Defaults to the newest measurement.',
  }),
  team: Name.optional().meta({
    description: 'Only repositories and services that this team owns by CODEOWNERS and catalog-info files.',
  }),
  environment: EnvironmentName.optional(),
  service: Name.optional().meta({ description: 'Only rows of this service. Its rates are still compared with all.' }),
  repository: Name.optional().meta({
    description:
      'Only rows of this repository, `owner/name`, without those of known services that run from it, and its folders.',
  }),
  kind: FailureKind.optional().meta({ description: 'Only episodes with a failure of this kind.' }),
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
      summary: 'Get the failure map: services by cause and by trigger, and folders that fail more often than others',
      description:
        'Counts episodes and the numbers that they are compared with. `standsOut` marks cells that neither the number of changes nor chance explains, with a correction for the number of cells. A map is built once for each measurement, and that of a team at most once a minute.',
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
