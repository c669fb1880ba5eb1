import { Overview } from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { BeganBefore, BeganSince } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readInstallationStatus } from '../system/status-routes.ts';
import { createMeasuredOverviewReader } from './measured-overview.ts';
import { readOverviewPatterns } from './overview-patterns.ts';

const maxFixes = 5;

const OverviewQuery = z.object({
  days: z.coerce
    .number()
    .int()
    .min(7)
    .max(3_660)
    .default(90)
    .meta({ description: 'The length of the period in days. Ignored if `since` is present.' }),
  since: BeganSince.optional().meta({ description: 'The start of the period, rounded down to the hour.' }),
  until: BeganBefore.optional().meta({
    description: 'The end of the period, rounded up to the hour. By default the newest measurement.',
  }),
});

export function createOverviewRoutes(deps: ApiDeps): Route[] {
  const { completeness, improvements } = deps.store;
  const findMeasured = createMeasuredOverviewReader(deps);
  return [
    defineRoute('get', '/v1/overview', {
      operationId: 'findOverview',
      needs: 'viewer',
      tag: 'measurement',
      summary: 'Get the overview of the organisation in a period, compared with the period before',
      description: 'Before the first measurement, unknown values are null or empty.',
      query: OverviewQuery,
      responses: { 200: Overview },
      async handle({ query }) {
        const [measured, { failures, patterns, busy }, complete, byState, newest] = await Promise.all([
          findMeasured(query),
          readInstallationStatus(deps),
          completeness.summarise(),
          improvements.countByState(),
          improvements.listFixOutcomes(maxFixes),
        ]);
        return {
          failures,
          patterns,
          busy,
          connections: complete.accounts,
          ...measured,
          ...(await readOverviewPatterns(deps.store, measured)),
          fixes: { byState, newest },
          completeness: complete,
        };
      },
    }),
  ];
}
