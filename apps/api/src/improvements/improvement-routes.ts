import { guardrailLibrary } from '@refrain/analysis';
import {
  AppError,
  FullRepositoryName,
  type Guardrail,
  Improvement,
  ImprovementSort,
  ImprovementState,
  ImprovementsResponse,
  Instant,
  IssuePreview,
  isRepositoryName,
} from '@refrain/domain';
import { applyApproval, type Store } from '@refrain/store';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { formatChangedFields } from '../audit/format-changed-fields.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import {
  createIdParameter,
  ListQuery,
  omitUndefinedFields,
  PeriodQuery,
  RepositoryName,
  ServiceName,
  SortDirection,
} from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createPeriodReader } from '../measurement/period-reader.ts';
import { addOwningTeams } from '../patterns/add-owning-teams.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { renderIssuePreview } from './render-issue-preview.ts';

const ImprovementListQuery = ListQuery.extend({
  state: ImprovementState.optional().meta({ description: 'Only improvements in this state.' }),
  patternId: createIdParameter('the pattern; a pattern has at most one improvement').optional(),
  repository: RepositoryName.optional(),
  service: ServiceName.optional(),
  team: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Only improvements of patterns that this team owns.' }),
  ...PeriodQuery.shape,
  sort: ImprovementSort.default('createdAt').meta({
    description:
      'The sort key of the list. When sorted by `impactHours`, patterns of unknown duration count as the lowest.',
  }),
  order: SortDirection.default('desc').meta({ description: 'The direction of the sort.' }),
});

const Approval = z
  .strictObject({
    repository: FullRepositoryName.optional(),
    title: z.string().trim().min(1).max(250).optional(),
    note: z.string().trim().min(1).max(5_000).nullable().optional().meta({
      description: 'Your own Markdown text at the top of the issue; null removes an earlier text.',
    }),
    guardrailId: z.string().max(100).nullable().optional().meta({
      description: 'The id of the guardrail to propose; null for the best recommended guardrail.',
    }),
  })
  .default({});
type Approval = z.output<typeof Approval>;

const Decline = z.strictObject({ reason: z.string().trim().min(1).max(500).optional() }).default({});
const Snooze = z.strictObject({ until: Instant, reason: z.string().trim().min(1).max(500).optional() });

const Undo = z.strictObject({
  decisionId: createIdParameter('the decision, which is the `id` of `lastDecision`'),
});

export function createImprovementRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  const { improvements } = store;
  const enqueue = createJobEnqueuer(deps);
  const findPeriods = createPeriodReader(store);

  const getImprovement = async (id: string) =>
    requireFound(await improvements.find(id), `There is no improvement ${id}.`);

  return [
    defineRoute('get', '/v1/improvements', {
      operationId: 'listImprovements',
      needs: 'viewer',
      tag: 'improvements',
      summary: 'List improvements',
      description:
        'By default newest first, with the episodes and hours of all time. With `days`, `since` or `until`, the figures are those of that period.',
      query: ImprovementListQuery,
      responses: { 200: ImprovementsResponse },
      async handle({ query }) {
        const { days, since, until, team, ...properties } = query;
        const periods = await findPeriods({ days, since, until });
        const patternIds = team === undefined ? undefined : await listOwnedPatterns(store, team);
        const page = await improvements.list(
          omitUndefinedFields({ ...properties, patternIds, period: periods?.chosen }),
        );
        const owned = await addOwningTeams(store, page.items);
        const items = owned.map(({ repositories: _, ...item }) => {
          const guardrail = findGuardrail(item.guardrailId);
          return { ...item, guardrailName: guardrail?.name ?? null, effortDays: guardrail?.effort.days ?? null };
        });
        return { ...page, items, period: periods?.shown ?? null };
      },
    }),
    defineRoute('get', '/v1/improvements/{id}', {
      operationId: 'findImprovement',
      needs: 'viewer',
      tag: 'improvements',
      summary: 'Get an improvement',
      responses: { 200: Improvement },
      errors: ['not_found'],
      handle: ({ params }) => getImprovement(params.id),
    }),
    defineRoute('get', '/v1/improvements/{id}/issue', {
      operationId: 'previewIssue',
      isCostly: true,
      needs: 'viewer',
      tag: 'improvements',
      summary: 'Preview the issue of an improvement',
      responses: { 200: IssuePreview },
      errors: ['not_found'],
      handle: async ({ params }) => renderIssuePreview(deps, await getImprovement(params.id)),
    }),
    defineRoute('post', '/v1/improvements/{id}/issue', {
      operationId: 'previewEditedIssue',
      isCostly: true,
      needs: 'viewer',
      isReadOnly: true,
      isIdempotent: true,
      tag: 'improvements',
      summary: 'Preview the issue of an improvement with changes',
      description: 'The body is that of an approval. Nothing is stored.',
      body: Approval,
      responses: { 200: IssuePreview },
      errors: ['not_found', 'conflict'],
      async handle({ params, body: edit }) {
        requireKnownGuardrail(edit);
        const improvement = await getImprovement(params.id);
        return renderIssuePreview(deps, { ...improvement, ...applyApproval(improvement, omitUndefinedFields(edit)) });
      },
    }),
    defineRoute('post', '/v1/improvements/{id}/approve', {
      operationId: 'approveImprovement',
      needs: 'triager',
      acceptsIfMatch: true,
      tag: 'improvements',
      summary: 'Approve an improvement and open its issue',
      description:
        'Fields of the body replace those of the proposal. The issue of a declined improvement is reopened; Refrain rewrites its part of an open issue.',
      body: Approval,
      responses: { 200: Improvement },
      errors: ['not_found', 'conflict'],
      async handle({ params, body: edit, ifMatch, response, audit }) {
        const proposed = await getImprovement(params.id);
        requireKnownGuardrail(edit);
        requireIssueRepository(proposed, edit);
        const by = requireAccess(response).decider;
        const improvement = await improvements.approve(proposed.id, omitUndefinedFields(edit), by, ifMatch);
        audit(formatChangedFields(proposed, { ...edit, note: undefined, repository: improvement.repository }));
        // Restores the part of an open issue that Refrain writes, if somebody has removed it.
        await improvements.forgetIssueRevision(improvement.id);
        await enqueue('ensure-issue', [{ improvementId: improvement.id }]);
        return improvement;
      },
    }),
    defineRoute('post', '/v1/improvements/{id}/decline', {
      operationId: 'declineImprovement',
      needs: 'triager',
      acceptsIfMatch: true,
      tag: 'improvements',
      summary: 'Decline an improvement',
      description:
        'An open issue is closed as not planned. The improvement is proposed again only if the failure becomes significantly more frequent.',
      body: Decline,
      responses: { 200: Improvement },
      errors: ['not_found', 'conflict'],
      async handle({ params, body, ifMatch, response, audit }) {
        audit({ reason: body.reason ?? null });
        // The reason is published in the GitHub issue, so it does not name the person.
        const reason = body.reason ?? 'Declined without a reason.';
        const { decider: by } = requireAccess(response);
        const change = { state: 'declined', reason } as const;
        const declined = await improvements.transition(params.id, change, ifMatch, { kind: 'decline', by });
        await enqueue('ensure-issue', [{ improvementId: declined.id }]);
        return declined;
      },
    }),
    defineRoute('post', '/v1/improvements/{id}/snooze', {
      operationId: 'snoozeImprovement',
      needs: 'triager',
      acceptsIfMatch: true,
      tag: 'improvements',
      summary: 'Snooze an improvement',
      description:
        'The policy does not approve the improvement before the time `until`. A time in the past ends the snooze.',
      body: Snooze,
      responses: { 200: Improvement },
      errors: ['not_found'],
      handle({ params, body: { until, reason }, ifMatch, response, audit }) {
        audit({ until, reason: reason ?? null });
        const { decider: by } = requireAccess(response);
        return improvements.transition(params.id, { snoozedUntil: until }, ifMatch, { kind: 'snooze', by });
      },
    }),
    defineRoute('post', '/v1/improvements/{id}/undo', {
      operationId: 'undoImprovementDecision',
      needs: 'triager',
      acceptsIfMatch: true,
      tag: 'improvements',
      summary: 'Undo a decision about an improvement',
      description:
        'Undoes an approval, a decline or a snooze, including one made by the policy. The response is 409 if another decision has been made since. After undoing an approval, Refrain closes the issue with a comment, and the policy does not approve the improvement again. After undoing a decline, Refrain reopens the issue.',
      body: Undo,
      responses: { 200: Improvement },
      errors: ['not_found', 'conflict'],
      async handle({ params, body: { decisionId }, ifMatch, response, audit }) {
        const before = await getImprovement(params.id);
        const { decider: by } = requireAccess(response);
        const undone = await improvements.undoDecision(params.id, decisionId, by, ifMatch);
        audit({ undone: before.lastDecision?.kind ?? null });
        await enqueue('ensure-issue', [{ improvementId: undone.id }]);
        return undone;
      },
    }),
  ];
}

async function listOwnedPatterns(store: Store, team: string): Promise<string[]> {
  const owned = await addOwningTeams(store, await store.improvements.listLocations());
  return owned.filter(({ teams }) => teams.includes(team)).map(({ patternId }) => patternId);
}

function findGuardrail(guardrailId: string | null): Guardrail | undefined {
  return guardrailLibrary.find(({ id }) => id === guardrailId);
}

/** @throws {AppError} `invalid_input` */
function requireKnownGuardrail({ guardrailId }: Approval): void {
  if (guardrailId == null || guardrailLibrary.some(({ id }) => id === guardrailId)) return;
  throw new AppError('invalid_input', `There is no guardrail ${guardrailId}. Choose one from GET /v1/guardrails.`);
}

/** @throws {AppError} `invalid_input` */
function requireIssueRepository({ repository }: Improvement, edit: Approval): void {
  const chosen = edit.repository ?? repository;
  if (chosen !== null && isRepositoryName(chosen)) return;
  throw new AppError('invalid_input', 'The repository of this issue is unknown. Specify a `repository` as owner/name.');
}
