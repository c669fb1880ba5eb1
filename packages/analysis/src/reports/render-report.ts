import type { PatternReport } from '@refrain/domain';
import { describeReport } from './describe-report.ts';
import { renderDocumentHtml } from './render-document-html.ts';
import { renderDocumentMarkdown } from './render-document-markdown.ts';

/** A report as GitHub Markdown, as it was worded when it was written; one of an earlier version is worded now. */
export function renderReportMarkdown(report: PatternReport): string {
  return renderDocumentMarkdown(report.document ?? describeReport(report, []));
}

/** A report as one page of HTML that needs nothing else. */
export function renderReportHtml(report: PatternReport): string {
  return renderDocumentHtml(report.document ?? describeReport(report, []));
}
