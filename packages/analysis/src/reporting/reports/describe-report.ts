import type { LineageEvent, PatternReport, ReportDocument, ReportSection } from '@refrain/domain';
import { createRemedyFinder } from '../../remedies/count-remedies.ts';
import { formatDay } from '../../text/format.ts';
import { createDetailSection, createStatement, hasContent } from '../document/section.ts';
import { describeCost } from '../sections/describe-cost.ts';
import { describeEpisodes } from '../sections/describe-episodes.ts';
import { describeExplanation } from '../sections/describe-explanation.ts';
import { listImprovementSources } from '../sections/describe-improvement.ts';
import { describeLocationMap } from '../sections/describe-location-map.ts';
import {
  describeRecommendation,
  describeRecommendedSteps,
  listGuardrailReferences,
} from '../sections/describe-recommendation.ts';
import { describeSummary, listBadges } from '../sections/describe-summary.ts';
import { describeTrend } from '../sections/describe-trend.ts';
import { listResolutionStatements } from '../sections/list-resolution-statements.ts';
import { createReportSourceRefs } from '../sections/report-source-refs.ts';

/**
 * Describes a pattern, answers first: what fails, why, and what to do. Statistics and background follow as details.
 */
export function describeReport(report: PatternReport, lineage: readonly LineageEvent[]): ReportDocument {
  const { pattern, members, links, measurement = null, choice = null, improvement = null } = report;
  const refs = createReportSourceRefs(members, links);
  const remediesOf = createRemedyFinder(listResolutionStatements({ members, links }));
  const sections = [
    ...describeExplanation({ pattern, members, links }, remediesOf, refs),
    describeRecommendation(report, refs),
    describeEpisodes(report, remediesOf, refs),
    describeRecommendedSteps(choice),
    describeTrend(measurement?.trend ?? null, measurement?.forecast ?? null),
    describeLocationMap(report.map ?? null, refs),
    describeCost(measurement?.cost ?? null, refs),
    describeHistory(report, lineage),
  ];
  return {
    title: pattern.name,
    badges: listBadges(report),
    lead: describeSummary(report),
    sections: sections.filter(hasContent),
    sources: [...refs.sources, ...listImprovementSources(improvement), ...listGuardrailReferences(choice)],
  };
}

/** Returns the stored document of a report, or writes it now if an old version stored the report without one. */
export function getReportDocument(report: PatternReport): ReportDocument {
  return report.document ?? describeReport(report, []);
}

/** States the time of the report and how to read it, and lists the splits and merges of the pattern. */
function describeHistory({ pattern, asOf }: PatternReport, lineage: readonly LineageEvent[]): ReportSection {
  return createDetailSection('history', 'About this report', [
    createStatement(
      `The report considers failures up to ${formatDay(asOf)}. The match confidence says how similar the episodes are in their words, errors, files and links.`,
    ),
    ...lineage.map((event) => createStatement(describeLineage(event, pattern.id))),
  ]);
}

function describeLineage({ kind, patternId, at }: LineageEvent, own: string): string {
  const day = formatDay(at);
  if (kind === 'split_from')
    return patternId === own
      ? `This pattern was split from another pattern on ${day}.`
      : `Another pattern was split from this pattern on ${day}.`;
  return patternId === own
    ? `This pattern was merged into another pattern on ${day}.`
    : `Another pattern was merged into this pattern on ${day}.`;
}
