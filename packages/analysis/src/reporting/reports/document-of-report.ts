import type { PatternReport, ReportDocument } from '@refrain/domain';
import { describeReport } from './describe-report.ts';

/** A report as it is read, worded as it was when it was written; one of an earlier version is worded now. */
export function documentOfReport(report: PatternReport): ReportDocument {
  return report.document ?? describeReport(report, []);
}
