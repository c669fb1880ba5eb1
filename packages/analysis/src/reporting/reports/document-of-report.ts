import type { PatternReport, ReportDocument } from '@refrain/domain';
import { describeReport } from './describe-report.ts';

/** Returns the stored wording of a report, or words a report of an earlier version now. */
export function documentOfReport(report: PatternReport): ReportDocument {
  return report.document ?? describeReport(report, []);
}
