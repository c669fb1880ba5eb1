import type { ProviderRegistry } from '@refrain/connectors';
import { AppError, CompletenessCheckResponse, CompletenessResponse, dayInMs, Instant } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createEnqueue, type EnqueueDeps } from '../queues/enqueue.ts';
import { type FindConnectionDeps, findConnection } from './find-connection.ts';

export type CompletenessRouteDeps = EnqueueDeps &
  FindConnectionDeps & {
    readonly store: Pick<Store, 'completeness'>;
    readonly providers: ProviderRegistry;
  };

/** Days that a response covers if the request names no period. */
const defaultDays = 30;
/** Rows of a response, one for each stream and day. */
const maxDays = 10_000;

/** Creates the routes that compare what providers list with what is stored. */
export function createCompletenessRoutes(deps: CompletenessRouteDeps): Route[] {
  const { store } = deps;
  const enqueue = createEnqueue(deps);
  return [
    defineRoute({
      method: 'get',
      path: '/v1/connections/{id}/completeness',
      operationId: 'findCompleteness',
      needs: 'viewer',
      tag: 'connections',
      summary: 'Compare what the provider lists with what is stored',
      description: `Covers the days from \`since\` to \`until\`, by default the last ${defaultDays} days. \`existing\` and \`stored\` count all of these days; \`days\` has at most the newest ${maxDays.toLocaleString('en')} entries, one per stream and day, and \`gaps\` has at most the newest 1,000.`,
      query: z.object({
        since: Instant.optional().meta({ description: 'The first day, given by an instant in it.' }),
        until: Instant.optional().meta({ description: 'The last day, given by an instant in it.' }),
      }),
      responses: { 200: CompletenessResponse },
      errors: ['not_found'],
      async handle({ params, query }) {
        const { id } = await findConnection(deps, params.id);
        const until = query.until ?? new Date().toISOString();
        const since = query.since ?? new Date(Date.parse(until) - defaultDays * dayInMs).toISOString();
        const [sum, days, gaps, uncompared] = await Promise.all([
          store.completeness.sumDays(id, { since, until }),
          store.completeness.listDays(id, { since, until, most: maxDays }),
          store.completeness.listGaps(id),
          store.completeness.listUnreconciledStreams(id),
        ]);
        return { since, until, ...sum, gaps, days, uncompared };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/connections/{id}/completeness',
      operationId: 'compareNow',
      isCostly: true,
      needs: 'admin',
      tag: 'connections',
      summary: 'Check completeness now instead of at the next scheduled time',
      responses: { 202: CompletenessCheckResponse },
      errors: ['not_found', 'conflict'],
      async handle({ params }) {
        const connection = await findConnection(deps, params.id);
        if (deps.providers.get(connection.provider).account === undefined) {
          throw new AppError(
            'conflict',
            'An archive has no provider to compare with. Completeness checks need a connection to an account.',
          );
        }
        const streams = await store.connections.listStreams(connection.id);
        const done = streams.filter(({ state }) => state === 'done');
        await enqueue(
          'check-completeness',
          done.map(({ stream }) => ({ connectionId: connection.id, stream })),
        );
        return { streams: done.length };
      },
    }),
  ];
}
