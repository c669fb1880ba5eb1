import { applyCurrentNames, findDigestPeriodAt, markDecidedProposals } from '@refrain/analysis';
import { describeImplausibleDate } from '@refrain/connectors';
import {
  AppError,
  DigestPeriod,
  DigestScope,
  DigestsResponse,
  Instant,
  type ReportDocument,
  StoredDigest,
} from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { findKnownScope } from '../catalogue/find-known-scope.ts';
import { ListQuery, omitUndefinedFields } from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createJobEnqueuer } from '../queues/enqueue.ts';
import { createDocumentResponseSchemas, renderNegotiatedDocument } from './render-negotiated-document.ts';

const DigestListQuery = ListQuery.extend({
  scope: z
    .enum(['organisation', 'service', 'team'])
    .optional()
    .meta({ description: 'Only digests of the whole organisation, of services or of teams.' }),
  name: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Only digests of the service or team with this name. The letter case does not matter.' }),
  period: DigestPeriod.shape.kind.optional().meta({ description: 'Only weekly or only monthly digests.' }),
  snapshots: z
    .literal('all')
    .optional()
    .meta({ description: '`all` lists every digest of a period, newest first, instead of only the newest one.' }),
});

const DigestRequest = z.strictObject({
  scope: DigestScope.default({ kind: 'organisation' }),
  period: DigestPeriod.shape.kind,
  /** Any time within the week or month of the digest. */
  at: Instant,
});

export function createDigestRoutes(deps: ApiDeps): Route[] {
  const { store } = deps;
  const enqueue = createJobEnqueuer(deps);
  return [
    defineRoute('get', '/v1/digests', {
      operationId: 'listDigests',
      needs: 'viewer',
      tag: 'reports',
      summary: 'List digests, newest period first',
      query: DigestListQuery,
      responses: { 200: DigestsResponse },
      handle: ({ query }) => store.reports.listDigests(omitUndefinedFields(query)),
    }),
    defineRoute('get', '/v1/digests/{id}', {
      operationId: 'findDigest',
      needs: 'viewer',
      tag: 'reports',
      summary: 'Get a digest as JSON, plain text, Markdown or a self-contained HTML page',
      description:
        'Patterns and improvements have their current names, and proposals that were decided later say so. Everything else is as it was written.',
      responses: { 200: createDocumentResponseSchemas(StoredDigest) },
      errors: ['not_found'],
      async handle({ params: { id }, mediaType }) {
        const stored = requireFound(await store.reports.findDigest(id), `There is no digest ${id}.`);
        const ids = [
          ...stored.digest.document.sources.map((source) => source.id),
          ...stored.digest.patterns.map(({ patternId }) => patternId),
        ];
        const [names, states] = await Promise.all([
          store.reports.listCurrentNames(ids),
          store.improvements.listCurrentStates(ids),
        ]);
        const digest = markDecidedProposals(applyCurrentNames(stored.digest, names), states);
        const document = linkPatterns(digest.document, deps.publicUrl());
        return renderNegotiatedDocument({ ...stored, digest }, document, mediaType);
      },
    }),
    defineRoute('post', '/v1/digests', {
      operationId: 'requestDigest',
      isCostly: true,
      needs: 'triager',
      tag: 'reports',
      summary: 'Request a digest for any past week or month',
      description:
        'Digests for the last week and month are written automatically after all requested history has been imported and analysed, and again if records arrive late. A requested digest appears in the list when it is written. Service and team names are not case-sensitive; unknown names are rejected.',
      body: DigestRequest,
      responses: { 202: z.object({ period: DigestPeriod }) },
      async handle({ body: { scope, period: kind, at }, audit }) {
        // A future period is rejected, because its digest would stay at the top of the list.
        const implausible = describeImplausibleDate(at, Date.now());
        if (implausible !== null)
          throw new AppError(
            'invalid_input',
            `The time ${at} of \`at\` ${implausible}. Specify a time in a past week or month.`,
          );
        audit({ scope: scope.kind, period: kind, at });
        const period = findDigestPeriodAt(kind, Date.parse(at));
        await enqueue('write-digest', [{ scope: await findKnownScope(store, scope), period }]);
        return { period };
      },
    }),
  ];
}

/** Adds the addresses of patterns, because a digest is stored without the URL of the installation. */
function linkPatterns(document: ReportDocument, publicUrl: string): ReportDocument {
  const sources = document.sources.map((source) =>
    source.kind === 'pattern' ? { ...source, url: `${publicUrl}/patterns/${encodeURIComponent(source.id)}` } : source,
  );
  return { ...document, sources };
}
