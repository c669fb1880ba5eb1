import { judgePattern } from '@refrain/analysis';
import {
  AppError,
  Cause,
  FailureKind,
  ImprovementState,
  Instant,
  type Pattern,
  PatternFacets,
  PatternJudgement,
  PatternResponse,
  PatternSort,
  PatternsResponse,
  Recurrence,
  TrendDirection,
  Trigger,
} from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import type { LimitSearch } from '../http/limits/limit-text-searches.ts';
import {
  Direction,
  ListQuery,
  RepositoryName,
  ServiceName,
  Words,
  withoutUndefined,
} from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';

const PatternFilterQuery = z.object({
  query: Words.optional(),
  kind: FailureKind.optional().meta({ description: 'With a failure of this kind.' }),
  cause: Cause.optional().meta({ description: 'Of this cause.' }),
  trigger: Trigger.optional().meta({ description: 'Of this trigger.' }),
  service: ServiceName.optional(),
  repository: RepositoryName.optional(),
  recurrence: Recurrence.optional().meta({ description: 'That stand there.' }),
  direction: TrendDirection.optional().meta({ description: 'Whose pace per week goes there.' }),
  judgement: z
    .enum([...PatternJudgement.options, 'none'])
    .optional()
    .meta({ description: 'Of which a person said so, or nobody anything; all but `dismissed` unless given.' }),
  improvement: z
    .enum([...ImprovementState.options, 'none'])
    .optional()
    .meta({ description: 'Whose improvement is in this state; `none`: of which nothing was proposed.' }),
  minEpisodes: z.coerce.number().int().min(1).optional().meta({ description: 'With so many episodes or more.' }),
  since: Instant.optional().meta({ description: 'Whose last episode began then or later.' }),
});

const PatternListQuery = ListQuery.extend(PatternFilterQuery.shape).extend({
  sort: PatternSort.default('harm').meta({ description: 'What orders them.' }),
  order: Direction.optional().meta({ description: '`asc` for a sort by name, else `desc`, unless given.' }),
});

export function createPatternRoutes(
  { store }: { readonly store: Pick<Store, 'improvements' | 'patterns' | 'reports'> },
  limitSearch: LimitSearch,
): Route[] {
  async function findPattern(id: string): Promise<Pattern> {
    const pattern = await store.patterns.find(id);
    if (pattern === null) throw new AppError('not_found', `There is no pattern ${id} now.`);
    return pattern;
  }

  /** By the policy as it is now and the newest report. */
  async function explainNone(patternId: string): Promise<string | null> {
    if ((await store.improvements.findByPattern(patternId)) !== null) return null;
    const stored = await store.reports.findLatest(patternId);
    if (stored === null) return null;
    const { policy } = await store.improvements.findPolicy();
    const { deserves, reason } = judgePattern(stored.report, policy);
    return deserves ? null : reason;
  }

  return [
    defineRoute({
      method: 'get',
      path: '/v1/patterns',
      operationId: 'listPatterns',
      isCostlyWith: 'query',
      needs: 'viewer',
      tag: 'patterns',
      summary: 'List patterns',
      description:
        'Most harm first (impact hours, severity and recency of incidents, then failed deployments, then reverts), unless `sort` and `order` say otherwise. What a person dismissed is left out unless `judgement` asks for it.',
      query: PatternListQuery,
      responses: { 200: PatternsResponse },
      handle: ({ query, response }) =>
        limitSearch(query.query, response, () => store.patterns.list(withoutUndefined(query))),
    }),
    // Before the route of one pattern, which would take it for an id.
    defineRoute({
      method: 'get',
      path: '/v1/patterns/facets',
      operationId: 'countPatternFacets',
      isCostlyWith: 'query',
      needs: 'viewer',
      tag: 'patterns',
      summary: 'How many patterns a list would have with each value that it can be narrowed by',
      description: 'Each facet is counted under all filters but its own. Counts may be some seconds old.',
      query: PatternFilterQuery,
      responses: { 200: PatternFacets },
      handle: ({ query, response }) =>
        limitSearch(query.query, response, () => store.patterns.countFacets(withoutUndefined(query))),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/patterns/{id}',
      operationId: 'findPattern',
      needs: 'viewer',
      tag: 'patterns',
      summary: 'One pattern, and what it came from',
      responses: { 200: PatternResponse },
      errors: ['not_found'],
      async handle({ params }) {
        const pattern = await findPattern(params.id);
        return {
          ...pattern,
          judgement: pattern.judgement ?? null,
          whyNoImprovement: await explainNone(pattern.id),
          lineage: await store.patterns.listLineage(pattern.id),
        };
      },
    }),
  ];
}
