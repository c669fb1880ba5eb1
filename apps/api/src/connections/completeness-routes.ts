import { AppError, CompletenessCheckResponse, CompletenessResponse, dayInMs, Instant } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { findConnection } from './find-connection.ts';

const defaultDays = 30;
/** The maximum number of entries in a response; one entry is one day of one stream. */
const maxDays = 10_000;

export function createCompletenessRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  const enqueue = createJobEnqueuer(deps);
  return [
    defineRoute('get', '/v1/connections/{id}/completeness', {
      operationId: 'findCompleteness',
      needs: 'viewer',
      tag: 'connections',
      summary: "Get how many of the provider's records are stored",
      description: `Covers the days from \`since\` to \`until\`, by default the last ${defaultDays} days. \`existing\` and \`stored\` count all of these days. \`days\` has at most the newest ${maxDays.toLocaleString('en')} entries, one per stream and day; \`gaps\` has at most the newest 1,000 entries.`,
      query: z.object({
        since: Instant.optional().meta({ description: 'Any time on the first day.' }),
        until: Instant.optional().meta({ description: 'Any time on the last day.' }),
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
          store.completeness.listUncheckedStreams(id),
        ]);
        return { since, until, ...sum, gaps, days, uncompared };
      },
    }),
    defineRoute('post', '/v1/connections/{id}/completeness', {
      operationId: 'compareNow',
      isCostly: true,
      needs: 'admin',
      tag: 'connections',
      summary: 'Start a completeness check now',
      responses: { 202: CompletenessCheckResponse },
      errors: ['not_found', 'conflict'],
      async handle({ params }) {
        const connection = await findConnection(deps, params.id);
        if (deps.providers.get(connection.provider).account === undefined) {
          throw new AppError(
            'conflict',
            'An archive has no provider to compare with. Choose a connection to an account.',
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
