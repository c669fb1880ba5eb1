import { Overview } from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readStatus } from '../system/read-status.ts';
import { keepMeasured } from './measured-overview.ts';

const mostFixes = 5;

/** What the first screen shows. */
export function createOverviewRoutes(deps: ApiDeps): Route[] {
  const { completeness, improvements } = deps.store;
  const findMeasured = keepMeasured(deps);
  return [
    defineRoute({
      method: 'get',
      path: '/v1/overview',
      operationId: 'findOverview',
      needs: 'viewer',
      tag: 'measurement',
      summary: 'Whether it is getting better: what one screen tells of the organisation',
      description: 'Before anything was measured too: then what is not known yet is null or empty.',
      answers: { 200: Overview },
      async handle() {
        const [measured, { failures, patterns, busy }, complete, byState, newest] = await Promise.all([
          findMeasured(),
          readStatus(deps),
          completeness.summarise(),
          improvements.countByState(),
          improvements.listVerdicts(mostFixes),
        ]);
        return {
          ...{ failures, patterns, busy, connections: complete.accounts },
          ...measured,
          ...{ fixes: { byState, newest }, completeness: complete },
        };
      },
    }),
  ];
}
