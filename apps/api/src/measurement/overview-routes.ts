import { Overview, type OverviewTask } from '@refrain/domain';
import type { PatternMeasurementOutline } from '@refrain/store';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { BeganBefore, BeganSince } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readInstallationStatus } from '../system/status-routes.ts';
import { createMeasuredOverviewReader } from './measured-overview.ts';
import { rankOverviewTasks } from './rank-overview-tasks.ts';

const maxFixes = 5;
const maxTasks = 5;

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
  const { completeness, improvements, patterns } = deps.store;
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
        const [
          { changedPatterns, ...measured },
          { failures, patterns: total, busy },
          complete,
          byState,
          newest,
          recurred,
          proposed,
          unreviewed,
        ] = await Promise.all([
          findMeasured(query),
          readInstallationStatus(deps),
          completeness.summarise(),
          improvements.countByState(),
          improvements.listFixOutcomes(maxFixes),
          improvements.listUndecided('recurred', maxTasks),
          improvements.listUndecided('proposed', maxTasks),
          patterns.list({ judgement: 'none', sort: 'harm', limit: maxTasks }),
        ]);
        return {
          failures,
          patterns: total,
          busy,
          connections: complete.accounts,
          ...measured,
          tasks: rankOverviewTasks([
            recurred,
            proposed,
            toTasks('returned', changedPatterns.returned),
            toTasks('rising', changedPatterns.rising),
            toTasks('review', unreviewed.items),
          ]),
          fixes: { byState, newest },
          completeness: complete,
        };
      },
    }),
  ];
}

function toTasks(
  kind: OverviewTask['kind'],
  patterns: readonly Pick<PatternMeasurementOutline, 'id' | 'name' | 'episodes' | 'lastAt'>[],
): OverviewTask[] {
  return patterns
    .slice(0, maxTasks)
    .map(({ id, name, episodes, lastAt }) => ({ kind, patternId: id, name, episodes, lastAt, improvement: null }));
}
