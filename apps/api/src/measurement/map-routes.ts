import { AppError, FailureKind, FailureMap, type FailureMapRow, hourInMs, type Instant } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { BeganBefore, BeganSince, EnvironmentName } from '../http/requests/list-query.ts';
import { parseSerializedJson } from '../http/responses/serialized-json.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { findDefaultFailureMapStart } from './find-default-failure-map-start.ts';

const Name = z.string().min(1).max(200);

const MapQuery = z.object({
  since: BeganSince.optional().meta({
    description: 'The start of the period, rounded down to the hour. By default a year before `until`.',
  }),
  until: BeganBefore.optional().meta({
    description: 'The end of the period, rounded up to the hour. By default the newest measurement.',
  }),
  team: Name.optional().meta({
    description:
      'Only repositories and services of this team, according to CODEOWNERS and catalog-info files, or else to PagerDuty.',
  }),
  environment: EnvironmentName.optional(),
  service: Name.optional().meta({
    description: 'Only rows of this service. Rates are still compared with those of all services.',
  }),
  repository: Name.optional().meta({
    description:
      'Only folders and rows of this repository, as `owner/name`, without rows of known services that run from it.',
  }),
  kind: FailureKind.optional().meta({ description: 'Only episodes with a failure of this kind.' }),
});

export function createFailureMapRoutes({ store, maps }: ApiDeps): Route[] {
  return [
    defineRoute('get', '/v1/map', {
      operationId: 'findFailureMap',
      isCostly: true,
      usesThread: true,
      needs: 'viewer',
      tag: 'measurement',
      summary: 'Get the failure map: episodes by service, cause and trigger, and folders that fail often',
      description:
        '`standsOut` marks cells with more episodes than the number of changes and chance explain, corrected for the number of cells. A map is computed once per measurement, the map of a team at most once a minute.',
      query: MapQuery,
      responses: { 200: FailureMap },
      async handle({ query }) {
        const { asOf = toNextHour(new Date().toISOString()), measuredAt = null } =
          (await store.reports.findMeasurementTime()) ?? {};
        const until = query.until === undefined ? asOf : toNextHour(query.until);
        const from = query.since === undefined ? findDefaultFailureMapStart(until) : toHour(query.since);
        if (Date.parse(from) >= Date.parse(until))
          throw new AppError('invalid_input', '`since` is not before `until`. Choose an earlier `since`.');
        const { team = null, environment = null, kind, service, repository } = query;
        const filter = { team, environment, kinds: kind === undefined ? [] : [kind] };
        const map = await maps.find({ period: { from, until }, filter, measuredAt });
        if (service === undefined && repository === undefined) return map;
        return selectFailureMapRows(parseSerializedJson(map), {
          service: service ?? null,
          repository: repository ?? null,
        });
      },
    }),
  ];
}

/** Rounds down to the hour, so that requests within an hour share a cached map. */
function toHour(instant: Instant): Instant {
  return new Date(Math.floor(Date.parse(instant) / hourInMs) * hourInMs).toISOString();
}

const latest = Date.parse('9999-12-31T23:59:59.999Z');

function toNextHour(instant: Instant): Instant {
  return new Date(Math.min(Math.ceil(Date.parse(instant) / hourInMs) * hourInMs, latest)).toISOString();
}

/** Keeps only the rows of one service or repository. All other fields still describe the whole map. */
function selectFailureMapRows(map: FailureMap, location: Pick<FailureMapRow, 'service' | 'repository'>): FailureMap {
  const isHere = (row: Pick<FailureMapRow, 'service' | 'repository'>) =>
    row.service === location.service && row.repository === location.repository;
  return {
    ...map,
    services: map.services.filter(isHere),
    causes: map.causes.filter(isHere),
    triggers: map.triggers.filter(isHere),
    hotspots: map.hotspots.filter(({ repository }) => repository === location.repository),
  };
}
