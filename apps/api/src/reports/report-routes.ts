import { compareReports, getReportDocument } from '@refrain/analysis';
import {
  AppError,
  NewestReport,
  type PatternReport,
  ReportChangesResponse,
  ReportsResponse,
  StoredReport,
} from '@refrain/domain';
import { z } from 'zod';
import type { ApiDeps } from '../api-deps.ts';
import { createIdParameter, ListQuery, paginateInMemory } from '../http/requests/list-query.ts';
import { requireFound } from '../http/responses/problem.ts';
import { defineRoute, type Route } from '../http/routing/define-route.ts';
import { createDocumentResponseSchemas, renderNegotiatedDocument } from './render-negotiated-document.ts';

const reportShapes = createDocumentResponseSchemas(StoredReport);

function present<Stored extends StoredReport>(stored: Stored, mediaType: string) {
  return renderNegotiatedDocument(stored, getReportDocument(stored.report), mediaType);
}

export function createReportRoutes({ store }: ApiDeps): Route[] {
  const getReport = async (id: string) => requireFound(await store.reports.find(id), `There is no report ${id}.`);

  return [
    defineRoute('get', '/v1/patterns/{id}/report', {
      operationId: 'findPatternReport',
      needs: 'viewer',
      tag: 'reports',
      summary: 'Get the newest report of a pattern as JSON, plain text, Markdown or a self-contained HTML page',
      responses: { 200: createDocumentResponseSchemas(NewestReport) },
      errors: ['not_found'],
      async handle({ params, mediaType }) {
        // Read before the report: a report that is not pending here is the newest one.
        const isPending = await store.reports.isPending(params.id);
        const stored = await store.reports.findLatest(params.id);
        if (stored !== null) return present({ ...stored, isPending }, mediaType);
        const found = await store.patterns.findActiveOrRetired(params.id);
        throw new AppError('not_found', explainMissingReport(params.id, found));
      },
    }),
    defineRoute('get', '/v1/patterns/{id}/reports', {
      operationId: 'listPatternReports',
      needs: 'viewer',
      tag: 'reports',
      summary: 'List the reports of a pattern, newest first',
      query: ListQuery,
      responses: { 200: ReportsResponse },
      handle: async ({ params, query }) => paginateInMemory(await store.reports.list(params.id), query),
    }),
    defineRoute('get', '/v1/reports/{id}', {
      operationId: 'findReport',
      needs: 'viewer',
      tag: 'reports',
      summary: 'Get a report by its id',
      responses: { 200: reportShapes },
      errors: ['not_found'],
      handle: async ({ params, mediaType }) => present(await getReport(params.id), mediaType),
    }),
    defineRoute('get', '/v1/reports/{id}/changes', {
      operationId: 'listReportChanges',
      needs: 'viewer',
      tag: 'reports',
      summary: 'List what changed since an earlier report of the same pattern',
      query: z.object({ since: createIdParameter('the earlier report') }),
      responses: { 200: ReportChangesResponse },
      errors: ['not_found'],
      async handle({ params, query }) {
        const [after, before] = await Promise.all([getReport(params.id), getReport(query.since)]);
        if (after.patternId !== before.patternId) {
          throw new AppError(
            'invalid_input',
            '`since` is a report of another pattern. Choose one of the same pattern.',
          );
        }
        return { items: compareReports(before.report as PatternReport, after.report as PatternReport) };
      },
    }),
  ];
}

function explainMissingReport(
  id: string,
  found: Awaited<ReturnType<ApiDeps['store']['patterns']['findActiveOrRetired']>>,
): string {
  if (found === null) return `There is no pattern ${id}.`;
  return found.retirement === null
    ? `There is no report of pattern ${id} yet.`
    : `Pattern ${id} no longer exists, and it has no report.`;
}
