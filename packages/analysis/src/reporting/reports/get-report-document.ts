import type { PatternReport, ReportDocument } from '@refrain/domain';
import { describeReport } from './describe-report.ts';

/** Returns the stored document of a report, or writes it now if an old version stored the report without one. */
export function getReportDocument(report: PatternReport): ReportDocument {
  return report.document ?? describeReport(report, []);
}
