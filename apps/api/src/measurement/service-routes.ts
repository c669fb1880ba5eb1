import { ServiceProfile, ServiceSort, ServicesResponse } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { ListQuery, PeriodQuery, paginateInMemory, SearchWords, SortDirection } from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createServiceReader } from './service-reader.ts';
import { sortServices } from './sort-services.ts';

const ServiceListQuery = ListQuery.extend({
  ...PeriodQuery.shape,
  query: SearchWords.optional(),
  team: z.string().min(1).max(200).optional().meta({ description: 'Only services that this team owns.' }),
  minEpisodes: z.coerce
    .number()
    .int()
    .min(0)
    .max(1)
    .default(0)
    .meta({ description: '`1` lists only services with an episode in the period.' }),
  sort: ServiceSort.default('episodes').meta({ description: 'The figure by which the services are sorted.' }),
  order: SortDirection.optional().meta({
    description: 'By default, the highest figure or the newest date comes first, and names are in alphabetical order.',
  }),
});

const ServiceProfileQuery = PeriodQuery.extend({
  name: z
    .string()
    .min(1)
    .max(300)
    .meta({ description: 'The name of a service as the provider spells it, or of a repository as `owner/name`.' }),
});

export function createServiceRoutes({ store }: ApiDeps): Route[] {
  const services = createServiceReader(store);
  return [
    defineRoute('get', '/v1/services', {
      operationId: 'listServices',
      needs: 'viewer',
      tag: 'measurement',
      summary: 'List the services that had a failure, with their patterns, episodes, owners and deployments',
      description:
        'Repositories with failures whose service is unknown are listed too. The figures are those of a period that ends with the newest measurement, by default of 365 days; deployments are those of the last 90 days.',
      query: ServiceListQuery,
      responses: { 200: ServicesResponse },
      async handle({ query: { query = '', team, minEpisodes, sort, order, since, until, days, ...page } }) {
        const words = query.toLowerCase().split(/\s+/u);
        const { period, items } = await services.list({ since, until, days });
        const found = items.filter(
          ({ name, teams }) =>
            (team === undefined || teams.includes(team)) && words.every((word) => name.toLowerCase().includes(word)),
        );
        const listed = found.filter(({ episodes }) => episodes >= minEpisodes);
        const idle = found.filter(({ episodes }) => episodes === 0).length;
        return { ...paginateInMemory(sortServices(listed, sort, order), page), period, idle };
      },
    }),
    defineRoute('get', '/v1/services/profile', {
      operationId: 'findServiceProfile',
      needs: 'viewer',
      tag: 'measurement',
      summary: 'Get the patterns, owners, related services and delivery figures of a service',
      description:
        'The name is a query parameter, because names of services and repositories can contain slashes. A repository has only the failures whose service is unknown. The figures are those of a period that ends with the newest measurement, by default of 365 days.',
      query: ServiceProfileQuery,
      responses: { 200: ServiceProfile },
      errors: ['not_found'],
      handle: async ({ query: { name, ...period } }) =>
        requireFound(
          await services.find(name, period),
          `There is no service or repository with the name ${name}. Check the spelling, or wait for the next clustering.`,
        ),
    }),
  ];
}
