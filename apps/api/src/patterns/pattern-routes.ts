import { judgePatternByPolicy, listSearchedMechanisms } from '@refrain/analysis';
import {
  Cause,
  FailureKind,
  ImprovementState,
  maxImpactHours,
  PatternFacets,
  PatternJudgement,
  PatternResponse,
  PatternSort,
  PatternsResponse,
  Recurrence,
  TrendDirection,
  Trigger,
} from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import type { TextSearchRunner } from '../http/limits/limit-text-searches.ts';
import {
  ListQuery,
  omitUndefinedFields,
  PeriodQuery,
  RepositoryName,
  SearchWords,
  ServiceName,
  SortDirection,
} from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createPeriodReader } from '../measurement/period-reader.ts';
import { addOwningTeams } from './add-owning-teams.ts';
import { addSeverities } from './add-severities.ts';
import { addTimelines } from './add-timelines.ts';

const PatternFilterQuery = z.object({
  query: SearchWords.optional(),
  kind: FailureKind.optional().meta({ description: 'Only patterns with a failure of this kind.' }),
  cause: Cause.optional().meta({ description: 'Only patterns with this cause.' }),
  trigger: Trigger.optional().meta({ description: 'Only patterns with this trigger.' }),
  mechanism: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'Only patterns with this mechanism, such as `Out of memory`.' }),
  service: ServiceName.optional(),
  repository: RepositoryName.optional(),
  recurrence: Recurrence.optional().meta({ description: 'Only patterns with this recurrence.' }),
  direction: TrendDirection.optional().meta({ description: 'Only patterns whose weekly rate has this trend.' }),
  judgement: z
    .enum([...PatternJudgement.options, 'none'])
    .optional()
    .meta({
      description:
        'Only patterns with this judgement by a person; `none` for patterns without one. By default all except `dismissed`.',
    }),
  improvement: z
    .enum([...ImprovementState.options, 'none'])
    .optional()
    .meta({
      description: 'Only patterns whose improvement is in this state; `none` for patterns without an improvement.',
    }),
  minEpisodes: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Only patterns with at least this number of episodes.' }),
  ...PeriodQuery.shape,
});

type PatternFilterQuery = z.output<typeof PatternFilterQuery>;

const PatternListQuery = ListQuery.extend(PatternFilterQuery.shape).extend({
  sort: PatternSort.default('harm').meta({
    description: `The sort key of the list. When sorted by \`impactHours\`, patterns of unknown duration count as the lowest. \`episodes\` and \`impactHours\` are those of the period; each episode counts at most ${maxImpactHours} hours.`,
  }),
  order: SortDirection.optional().meta({ description: 'By default `asc` if sorted by name, otherwise `desc`.' }),
});

export function createPatternRoutes({ store }: ApiDeps, limitSearch: TextSearchRunner): Route[] {
  const findPeriods = createPeriodReader(store);

  /** Returns why the policy proposes no improvement for a pattern; null if the policy proposes one, or one exists. */
  async function explainMissingImprovement(patternId: string): Promise<string | null> {
    if ((await store.improvements.findByPattern(patternId)) !== null) return null;
    const stored = await store.reports.findLatest(patternId);
    if (stored === null) return null;
    const { policy } = await store.improvements.findPolicy();
    const { deservesIssue: deserves, reason } = judgePatternByPolicy(stored.report, policy);
    return deserves ? null : reason;
  }

  /** Replaces the days or instants of a query by the period that they select. */
  async function readFilter<Query extends PatternFilterQuery>({ days, since, until, ...properties }: Query) {
    const periods = await findPeriods({ days, since, until });
    const { query } = properties;
    const queryMechanisms = query === undefined ? undefined : listSearchedMechanisms(query);
    return { periods, filter: omitUndefinedFields({ ...properties, queryMechanisms, period: periods?.chosen }) };
  }

  return [
    defineRoute('get', '/v1/patterns', {
      operationId: 'listPatterns',
      isCostlyWith: 'query',
      needs: 'viewer',
      tag: 'patterns',
      summary: 'List patterns',
      description:
        'By default, lists patterns with the figures of all time, ordered by harm: impact hours, severity and recency of incidents, then failed deployments, then reverts. With `days`, `since` or `until`, lists only patterns with an episode in that period, with the figures of the period. Dismissed patterns are omitted unless `judgement` selects them.',
      query: PatternListQuery,
      responses: { 200: PatternsResponse },
      async handle({ query, response }) {
        const { filter, periods } = await readFilter(query);
        const page = await limitSearch(query.query, response, () => store.patterns.list(filter));
        const owned = await addOwningTeams(store, page.items);
        const items = await addSeverities(store, await addTimelines(store, owned, periods), periods);
        return { ...page, items, period: periods?.shown ?? null };
      },
    }),
    // Must precede `/v1/patterns/{id}`, which would treat "facets" as an id.
    defineRoute('get', '/v1/patterns/facets', {
      operationId: 'countPatternFacets',
      isCostlyWith: 'query',
      needs: 'viewer',
      tag: 'patterns',
      summary: 'Count patterns by the values of each filter',
      description: 'Each filter is counted as if only the other filters applied. Counts may be a few seconds old.',
      query: PatternFilterQuery,
      responses: { 200: PatternFacets },
      async handle({ query, response }) {
        const { filter } = await readFilter(query);
        return limitSearch(query.query, response, () => store.patterns.countFacets(filter));
      },
    }),
    defineRoute('get', '/v1/patterns/{id}', {
      operationId: 'findPattern',
      needs: 'viewer',
      tag: 'patterns',
      summary: 'Get a pattern with its lineage',
      description:
        'Links to a pattern stay valid. If a clustering, a merge or a split moved all failures of a pattern to others, `retirement` names the patterns that have these failures now.',
      responses: { 200: PatternResponse },
      errors: ['not_found'],
      async handle({ params: { id } }) {
        const found = await store.patterns.findActiveOrRetired(id);
        const { pattern, retirement } = requireFound(found, `There is no pattern ${id}.`);
        return {
          ...pattern,
          judgement: pattern.judgement ?? null,
          whyNoImprovement: retirement === null ? await explainMissingImprovement(id) : null,
          lineage: await store.patterns.listNamedLineage(id),
          retirement,
        };
      },
    }),
  ];
}
