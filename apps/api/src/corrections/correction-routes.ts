import {
  AppError,
  CorrectionDecision,
  CorrectionKind,
  CorrectionSetRequest,
  CorrectionSetResponse,
  CorrectionsResponse,
  type DecisionDetail,
  ListedCorrection,
  maxJoinedFailures,
} from '@refrain/domain';
import type { Store } from '@refrain/store';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import { createIdParameter, ListQuery, omitUndefinedFields } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { checkStatementDecision } from './check-statement-decision.ts';

export function createCorrectionRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  const enqueue = createJobEnqueuer(deps);
  return [
    defineRoute('get', '/v1/corrections', {
      operationId: 'listCorrections',
      needs: 'viewer',
      tag: 'corrections',
      summary: 'List corrections, oldest first',
      query: ListQuery.extend({
        patternId: createIdParameter('the pattern that a correction names, or whose failure it names').optional(),
        failureId: createIdParameter('the failure that a correction names').optional(),
        kind: CorrectionKind.optional().meta({ description: 'Only corrections of this kind.' }),
      }),
      responses: { 200: CorrectionsResponse },
      handle: ({ query }) => store.corrections.listPage(omitUndefinedFields(query)),
    }),
    defineRoute('post', '/v1/corrections', {
      operationId: 'addCorrection',
      needs: 'triager',
      tag: 'corrections',
      summary: 'Correct a failure, link or pattern',
      description:
        'Every later clustering obeys the correction. A re-clustering starts immediately. Sending the same correction again renews it.',
      body: CorrectionDecision,
      maxValues: maxJoinedFailures + 100,
      responses: { 201: ListedCorrection },
      errors: ['not_found', 'conflict'],
      async handle({ body: decision, response, audit }) {
        audit(toDetail(decision));
        await requireTargets(store, decision);
        await checkStatementDecision(store, decision);
        const correction = await store.corrections.add(decision, requireAccess(response).decider);
        await enqueue('recluster', [{}]);
        return correction;
      },
    }),
    defineRoute('post', '/v1/correction-sets', {
      operationId: 'addCorrectionSet',
      needs: 'triager',
      tag: 'corrections',
      summary: 'Correct several things in one step',
      description:
        'Stores the corrections that make up one decision, such as the split of a pattern, or one correction with a reason. They are undone together. A re-clustering starts immediately.',
      body: CorrectionSetRequest,
      maxValues: maxJoinedFailures + 1_000,
      responses: { 201: CorrectionSetResponse },
      errors: ['not_found', 'conflict'],
      async handle({ body: set, response, audit }) {
        audit(toSetDetail(set));
        for (const decision of set.decisions) {
          await requireTargets(store, decision);
          await checkStatementDecision(store, decision);
        }
        const stored = await store.corrections.addSet(set, requireAccess(response).decider);
        await enqueue('recluster', [{}]);
        return stored;
      },
    }),
    defineRoute('delete', '/v1/correction-sets/{id}', {
      operationId: 'removeCorrectionSet',
      needs: 'triager',
      tag: 'corrections',
      summary: 'Undo all corrections of one step',
      description: 'The response is 409 if a later correction decided about the same pattern, failure or link.',
      responses: { 204: null },
      errors: ['not_found', 'conflict'],
      async handle({ params, audit }) {
        audit(toSetDetail(await store.corrections.removeSet(params.id)));
        await enqueue('recluster', [{}]);
      },
    }),
    defineRoute('delete', '/v1/corrections/{id}', {
      operationId: 'removeCorrection',
      needs: 'triager',
      tag: 'corrections',
      summary: 'Undo a correction',
      responses: { 204: null },
      errors: ['not_found'],
      async handle({ params, audit }) {
        audit(toDetail(await store.corrections.remove(params.id)));
        await enqueue('recluster', [{}]);
      },
    }),
  ];
}

/** Describes a step by its action and patterns; a step of one correction like that correction. */
function toSetDetail({ decisions, ...set }: CorrectionSetRequest): DecisionDetail {
  const [only, another] = decisions;
  const described = only === undefined || another !== undefined ? { corrections: decisions.length } : toDetail(only);
  return omitUndefinedFields({ ...described, ...(set.action === 'split' && toNewPattern(decisions)), ...set });
}

/** Returns a failure that a split moves, which leads to the new pattern, and the name that the new pattern gets. */
function toNewPattern(decisions: CorrectionSetRequest['decisions']): DecisionDetail {
  const separation = decisions.find(({ kind }) => kind === 'cannot_link');
  const naming = decisions.find(({ kind }) => kind === 'rename');
  return omitUndefinedFields({
    failureId: separation?.kind === 'cannot_link' ? separation.failureIds[0] : undefined,
    name: naming?.kind === 'rename' ? naming.name : undefined,
  });
}

/** The maximum number of failures that an audit entry names. */
const maxNamed = 20;

function toDetail(decision: CorrectionDecision): DecisionDetail {
  if (decision.kind === 'statement') {
    // The audit log contains no ingested text.
    const { quote, ...rest } = decision;
    return omitUndefinedFields({ ...rest, isStated: quote !== null || rest.mechanism !== undefined });
  }
  if (decision.kind !== 'must_link' || decision.failureIds.length <= maxNamed) return omitUndefinedFields(decision);
  const { kind, failureIds } = decision;
  return { kind, failureIds: failureIds.slice(0, maxNamed), failures: failureIds.length };
}

/** @throws {AppError} `not_found` */
async function requireTargets(
  store: Pick<Store, 'changes' | 'failures' | 'patterns'>,
  decision: CorrectionDecision,
): Promise<void> {
  const missing = await findMissingTarget(store, decision);
  if (missing === null) return;
  throw new AppError('not_found', `There is no ${missing}. Check the id; nothing was corrected.`);
}

/** Finds the first target of a correction that does not exist, as `failure <id>`; null if all targets exist. */
async function findMissingTarget(
  store: Pick<Store, 'changes' | 'failures' | 'patterns'>,
  decision: CorrectionDecision,
): Promise<string | null> {
  switch (decision.kind) {
    case 'must_link':
    case 'cannot_link':
      return findMissingOf('failure', decision.failureIds, store.failures);
    case 'not_a_failure':
    case 'is_a_failure':
    case 'not_change_related':
    case 'statement':
      return findMissingOf('failure', [decision.failureId], store.failures);
    case 'rename':
    case 'cause':
      if (decision.failureId !== undefined) return findMissingOf('failure', [decision.failureId], store.failures);
      return findMissingPattern(decision.patternId ?? '', store.patterns);
    case 'title_template':
      // The decision also applies to later reverts with such a title, so it is valid even if there is none yet.
      return null;
    case 'pattern':
      return findMissingPattern(decision.patternId, store.patterns);
    case 'link':
      return (
        (await findMissingOf('failure', [decision.failureId], store.failures)) ??
        (decision.type === 'same_episode'
          ? await findMissingOf('failure', [decision.targetId], store.failures)
          : await findMissingOf('change', [decision.targetId], store.changes))
      );
  }
}

async function findMissingPattern(id: string, patterns: Store['patterns']): Promise<string | null> {
  return (await patterns.find(id)) === null ? `pattern ${id}` : null;
}

interface Findable {
  findMany(ids: readonly string[]): Promise<readonly { readonly id: string }[]>;
}

async function findMissingOf(what: string, ids: readonly string[], stored: Findable): Promise<string | null> {
  const found = new Set((await stored.findMany(ids)).map(({ id }) => id));
  const missing = ids.find((id) => !found.has(id));
  return missing === undefined ? null : `${what} ${missing}`;
}
