import { Overview } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readInstallationStatus } from '../system/status-routes.ts';
import { createMeasuredOverviewReader } from './measured-overview.ts';

const maxFixes = 5;

export function createOverviewRoutes(deps: ApiDeps): Route[] {
  const { completeness, improvements } = deps.store;
  const findMeasured = createMeasuredOverviewReader(deps);
  return [
    defineRoute('get', '/v1/overview', {
      operationId: 'findOverview',
      needs: 'viewer',
      tag: 'measurement',
      summary: 'Get the overview of the organisation',
      description: 'Before the first measurement, unknown values are null or empty.',
      responses: { 200: Overview },
      async handle() {
        const [measured, { failures, patterns, busy }, complete, byState, newest] = await Promise.all([
          findMeasured(),
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
          fixes: { byState, newest },
          completeness: complete,
        };
      },
    }),
  ];
}
