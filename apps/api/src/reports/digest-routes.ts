import { findPeriodAt } from '@refrain/analysis';
import { describeImplausible } from '@refrain/connectors';
import { AppError, DigestPeriod, DigestScope, DigestsResponse, Instant, StoredDigest } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { z } from 'zod';
import { readScope } from '../catalogue/read-scope.ts';
import { ListQuery, withoutUndefined } from '../http/requests/list-query.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createEnqueue, type EnqueueDeps } from '../queues/enqueue.ts';
import { documentShapes, presentDocument } from './present-document.ts';

export interface DigestRouteDeps extends EnqueueDeps {
  readonly store: Pick<Store, 'catalogue' | 'reports'>;
}

const DigestListQuery = ListQuery.extend({
  scope: z
    .enum(['organisation', 'service', 'team'])
    .optional()
    .meta({ description: 'Of the organisation, or of one of these.' }),
  name: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Of the service or the team of this name, in any case of letters.' }),
  period: DigestPeriod.shape.kind.optional().meta({ description: 'Of a week, or of a month.' }),
  snapshots: z
    .literal('all')
    .optional()
    .meta({ description: 'All snapshots of a period, the newest first; only the newest unless given.' }),
});

const WantedDigest = z.strictObject({
  scope: DigestScope.default({ kind: 'organisation' }),
  period: DigestPeriod.shape.kind,
  /** Any instant within the week or month. */
  at: Instant,
});

/** Digests of weeks and months. */
export function createDigestRoutes(deps: DigestRouteDeps): Route[] {
  const { store } = deps;
  const enqueue = createEnqueue(deps);
  return [
    defineRoute({
      method: 'get',
      path: '/v1/digests',
      operationId: 'listDigests',
      needs: 'viewer',
      tag: 'reports',
      summary: 'List digests, newest period first',
      query: DigestListQuery,
      responses: { 200: DigestsResponse },
      handle: ({ query }) => store.reports.listDigests(withoutUndefined(query)),
    }),
    defineRoute({
      method: 'get',
      path: '/v1/digests/{id}',
      operationId: 'findDigest',
      needs: 'viewer',
      tag: 'reports',
      summary: 'One digest, as JSON, plain text, Markdown, or a page that needs no other file; it never changes',
      responses: { 200: documentShapes(StoredDigest) },
      errors: ['not_found'],
      async handle({ params, mediaType }) {
        const stored = await store.reports.findDigest(params.id);
        if (stored === null) throw new AppError('not_found', `There is no digest ${params.id}.`);
        return presentDocument(stored, stored.digest.document, mediaType);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/v1/digests',
      operationId: 'requestDigest',
      isCostly: true,
      needs: 'triager',
      tag: 'reports',
      summary: 'Have a digest written of any week or month',
      description:
        'Digests of the last week and month are written by themselves once all is taken in that was asked for, and anew where records come late. This one shows in the list once it is there. A service or a team is named in any case of letters; one that is not known is refused.',
      body: WantedDigest,
      responses: { 202: z.object({ period: DigestPeriod }) },
      async handle({ body: { scope, period: kind, at }, audit }) {
        // A digest of the future would stay on top of the list.
        const implausible = describeImplausible(at, Date.now());
        if (implausible !== null)
          throw new AppError('invalid_input', `at: ${at} ${implausible}. Name an instant of a past week or month.`);
        audit({ scope: scope.kind, period: kind, at });
        const period = findPeriodAt(kind, Date.parse(at));
        await enqueue('write-digest', [{ scope: await readScope(store, scope), period }]);
        return { period };
      },
    }),
  ];
}
