import { AppError, FailureAnswer, FailureKind, FailuresAnswer, type Link } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import {
  Direction,
  EnvironmentName,
  flagOf,
  idOf,
  ListQuery,
  RepositoryName,
  ServiceName,
  Since,
  Until,
  Words,
  withoutUndefined,
} from '../list-query.ts';
import { defineRoute, type Route } from '../route/define-route.ts';

const FailureListQuery = ListQuery.extend({
  query: Words.optional(),
  kind: FailureKind.optional().meta({ description: 'Of this kind.' }),
  service: ServiceName.optional(),
  repository: RepositoryName.optional(),
  environment: EnvironmentName.optional(),
  connectionId: idOf('the connection that they came by').optional(),
  patternId: idOf('the pattern that they are in').optional(),
  unassigned: flagOf('`true`: in no pattern, of those that count as failures; `false`: in one.').optional(),
  assignedOnArrival: flagOf('Whether it is in its pattern by likeness alone, until the next regrouping.').optional(),
  since: Since.optional(),
  until: Until.optional(),
  order: Direction.default('desc').meta({ description: 'By the instant at which they began.' }),
});

export function createFailureRoutes({ store }: ApiDeps): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/v1/failures',
      operationId: 'listFailures',
      tag: 'failures',
      summary: 'List failures',
      description: 'Newest first, unless `order` says otherwise; those that tell of another one again are left out.',
      query: FailureListQuery,
      answers: { 200: FailuresAnswer },
      handle: ({ query }) => store.failures.list(withoutUndefined(query)),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/failures/{id}',
      operationId: 'findFailure',
      tag: 'failures',
      summary: 'One failure, with its pattern and its links, and the evidence for both',
      answers: { 200: FailureAnswer },
      errors: ['not_found'],
      async handle({ params: { id } }) {
        const failure = await store.failures.find(id);
        if (failure === null) throw new AppError('not_found', `There is no failure ${id}.`);
        return { ...failure, links: await withOthers(store, failure.id) };
      },
    }),
  ];
}

/** The links of a failure, each with what stands at its far end: of a `same_episode` link either end may be the failure. */
async function withOthers(store: ApiDeps['store'], failureId: string): Promise<FailureAnswer['links']> {
  const links = await store.links.listFor([failureId]);
  const otherOf = (link: Link): string => (link.targetId === failureId ? link.failureId : link.targetId);
  const ids = links.map(otherOf);
  const [failures, changes] = await Promise.all([store.failures.findMany(ids), store.changes.findMany(ids)]);
  const known = new Map([...failures, ...changes].map(({ id, title, url }) => [id, { id, title, url }]));
  return links.map((link) => {
    const id = otherOf(link);
    return { ...link, other: known.get(id) ?? { id, title: null, url: null } };
  });
}
