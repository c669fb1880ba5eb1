import {
  AppError,
  CorrectionDecision,
  CorrectionKind,
  CorrectionsResponse,
  type DecisionDetail,
  ListedCorrection,
  maxJoinedFailures,
} from '@refrain/domain';
import type { ApiDeps } from '../api-deps.ts';
import { requireAccess } from '../http/authentication/caller-access.ts';
import { idParameter, ListQuery, omitUndefined } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { findMissingTarget } from './find-missing-target.ts';

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
        patternId: idParameter('the pattern that a correction names, or whose failure it names').optional(),
        failureId: idParameter('the failure that a correction names').optional(),
        kind: CorrectionKind.optional().meta({ description: 'Only corrections of this kind.' }),
      }),
      responses: { 200: CorrectionsResponse },
      handle: ({ query }) => store.corrections.listPage(omitUndefined(query)),
    }),
    defineRoute('post', '/v1/corrections', {
      operationId: 'addCorrection',
      needs: 'triager',
      tag: 'corrections',
      summary: 'Correct a failure, link or pattern',
      description:
        'Every later clustering obeys the correction. A re-clustering starts immediately. Sending an equal correction again renews it.',
      body: CorrectionDecision,
      maxValues: maxJoinedFailures + 100,
      responses: { 201: ListedCorrection },
      errors: ['not_found', 'conflict'],
      async handle({ body: decision, response, audit }) {
        audit(toDetail(decision));
        const missing = await findMissingTarget(store, decision);
        if (missing !== null)
          throw new AppError('not_found', `There is no ${missing}. Check the id; nothing was corrected.`);
        const correction = await store.corrections.add(decision, requireAccess(response).decider);
        await enqueue('recluster', [{}]);
        return correction;
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

/** The maximum number of failures that an audit entry names. */
const maxNamed = 20;

function toDetail(decision: CorrectionDecision): DecisionDetail {
  if (decision.kind !== 'must_link' || decision.failureIds.length <= maxNamed) return omitUndefined(decision);
  const { kind, failureIds } = decision;
  return { kind, failureIds: failureIds.slice(0, maxNamed), failures: failureIds.length };
}
