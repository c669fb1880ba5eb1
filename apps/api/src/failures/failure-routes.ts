import { findStatedDuration } from '@refrain/analysis';
import {
  type Change,
  dayInMs,
  type Failure,
  FailureKind,
  FailureResponse,
  FailureSentencesResponse,
  FailureSort,
  type FailureStatements,
  FailuresResponse,
  type Instant,
  type Link,
} from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import type { TextSearchRunner } from '../http/limits/limit-text-searches.ts';
import {
  BeganBefore,
  BeganSince,
  createBooleanParameter,
  createIdParameter,
  EnvironmentName,
  ListQuery,
  omitUndefinedFields,
  RepositoryName,
  SearchWords,
  ServiceName,
  SortDirection,
} from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { readResolutions } from '../search/read-resolutions.ts';

const FailureListQuery = ListQuery.extend({
  query: SearchWords.optional(),
  kind: FailureKind.optional().meta({ description: 'Only failures of this kind.' }),
  service: ServiceName.optional().meta({
    description:
      'Only failures of the service with this name, as the provider spells it, and failures without a service whose episode affected this service.',
  }),
  repository: RepositoryName.optional(),
  environment: EnvironmentName.optional(),
  connectionId: createIdParameter('the connection through which the failures were ingested').optional(),
  patternId: createIdParameter('the pattern of the failures').optional(),
  episodeIds: z
    .string()
    .max(10_000)
    .transform((ids) => ids.split(','))
    .pipe(z.array(z.string().min(1).max(200)).max(50))
    .optional()
    .meta({ description: 'Only failures of these episodes: at most 50 ids, separated by commas.' }),
  isFailure: createBooleanParameter(
    '`true` for records that count as failures; `false` for excluded records, such as routine reverts. By default both.',
  ).optional(),
  unassigned: createBooleanParameter(
    '`true` for failures without a pattern, except dismissed ones; `false` for failures with a pattern.',
  ).optional(),
  isProvisional: createBooleanParameter(
    '`true` for failures whose pattern was chosen by similarity and may change at the next clustering; `false` for others.',
  ).optional(),
  days: z.coerce.number().int().min(1).max(3_660).optional().meta({
    description:
      'Only failures that began in this number of days before the newest measurement, or later. Ignored if `since` is present.',
  }),
  since: BeganSince.optional(),
  until: BeganBefore.optional(),
  sort: FailureSort.optional().meta({
    description:
      'The sort key of the list: by default `relevance` with a `query`, otherwise `occurredAt`. `relevance` lists first the failures with all words of the query in the title, then those with some in the title or in the name of the pattern; failures of equal relevance are sorted by time. When sorted by `duration`, failures of unknown duration count as the shortest.',
  }),
  order: SortDirection.default('desc').meta({ description: 'By default, the newest or the longest first.' }),
});

export function createFailureRoutes(deps: ApiDeps, limitSearch: TextSearchRunner): Route[] {
  const { store } = deps;
  return [
    defineRoute('get', '/v1/failures', {
      operationId: 'listFailures',
      isCostlyWith: 'query',
      needs: 'viewer',
      tag: 'failures',
      summary: 'List failures',
      description:
        'Newest first by default; with a `query`, the most relevant first. Duplicates are omitted. `text` is truncated to 2,000 characters; `GET /v1/failures/{id}` returns the whole text.',
      query: FailureListQuery,
      responses: { 200: FailuresResponse },
      async handle({ query: { days, since, ...query }, response }) {
        const filter = {
          ...query,
          sort: query.sort ?? (query.query === undefined ? 'occurredAt' : 'relevance'),
          since: since ?? (days === undefined ? undefined : await findDaysBefore(store, days)),
        };
        return limitSearch(query.query, response, () => store.failures.list(omitUndefinedFields(filter)));
      },
    }),
    defineRoute('get', '/v1/failures/{id}', {
      operationId: 'findFailure',
      needs: 'viewer',
      tag: 'failures',
      summary: 'Get a failure with its pattern, its links and their evidence',
      responses: { 200: FailureResponse },
      errors: ['not_found'],
      async handle({ params: { id } }) {
        const failure = requireFound(await store.failures.find(id), `There is no failure ${id}.`);
        const [changeAssessment, links, resolutions, statements] = await Promise.all([
          findChangeAssessment(store, failure),
          listLinksWithTargets(store, failure.id),
          readResolutions(deps, [failure]),
          readStatements(deps, failure),
        ]);
        const statedDuration = failure.kind === 'incident' ? findStatedDuration(failure.text) : null;
        const resolution = resolutions.get(id) ?? null;
        return { ...failure, changeAssessment, resolution, statements, statedDuration, links };
      },
    }),
    defineRoute('get', '/v1/failures/{id}/sentences', {
      operationId: 'listFailureSentences',
      needs: 'viewer',
      tag: 'failures',
      summary: 'List the sentences of a failure that a correction can quote',
      description:
        'The title comes first, then the sentences of the text in their order, at most 500. Sentences that address or blame people are omitted.',
      responses: { 200: FailureSentencesResponse },
      errors: ['not_found'],
      async handle({ params: { id } }) {
        const { title, text } = requireFound(await store.failures.find(id), `There is no failure ${id}.`);
        return { items: await deps.index.listQuotableSentences({ title, text }) };
      },
    }),
  ];
}

/** Returns the time that lies a number of days before the newest measurement, or before now if nothing is measured. */
async function findDaysBefore({ reports }: Store, days: number): Promise<Instant> {
  const newest = await reports.findMeasurementTime();
  const end = newest === null ? Date.now() : Date.parse(newest.asOf);
  return new Date(end - days * dayInMs).toISOString();
}

/** Finds what a failure states, and applies people's decisions. */
async function readStatements(
  { store, index }: Pick<ApiDeps, 'store' | 'index'>,
  { id, kind, title, text, services }: Failure,
): Promise<FailureStatements> {
  const corrections = await store.corrections.list({ failureIds: [id] });
  const decisions = corrections.map(({ decision }) => decision);
  return index.stateFailure({ failure: { id, kind, title, text, services }, decisions });
}

/** Finds the assessment of whether a change caused the incident. A duplicate has the assessment of its original failure. */
async function findChangeAssessment(
  store: Pick<Store, 'changes'>,
  { id, duplicateOf }: Failure,
): Promise<FailureResponse['changeAssessment']> {
  const [found] = await store.changes.findAssessments([duplicateOf ?? id]);
  if (found === undefined) return null;
  const { failureId: _, candidates, resolvedBy, ...assessment } = found;
  const ids = [
    ...candidates.map(({ changeId }) => changeId),
    ...(resolvedBy.changeId === null ? [] : [resolvedBy.changeId]),
  ];
  const changes = new Map((await store.changes.findMany(ids)).map((change) => [change.id, summariseChange(change)]));
  const changeOf = (changeId: string | null) => changes.get(changeId ?? '') ?? null;
  return {
    ...assessment,
    candidates: candidates.map((candidate) => ({ ...candidate, change: changeOf(candidate.changeId) })),
    resolvedBy: { ...resolvedBy, change: changeOf(resolvedBy.changeId) },
  };
}

function summariseChange({ kind, repository, environment, title, occurredAt, url }: Change) {
  return { kind, repository, environment, title, occurredAt, url };
}

/** Lists the links of a failure with the linked objects. A `same_episode` link can lead from or to the failure. */
async function listLinksWithTargets(
  store: Pick<Store, 'changes' | 'failures'>,
  failureId: string,
): Promise<FailureResponse['links']> {
  const links = await store.changes.listLinks([failureId]);
  const otherOf = (link: Link): string => (link.targetId === failureId ? link.failureId : link.targetId);
  const ids = links.map(otherOf);
  const [failures, changes] = await Promise.all([store.failures.findMany(ids), store.changes.findMany(ids)]);
  const known = new Map([...failures, ...changes].map(({ id, title, url }) => [id, { id, title, url }]));
  return links.map((link) => {
    const id = otherOf(link);
    return { ...link, other: known.get(id) ?? { id, title: null, url: null } };
  });
}
