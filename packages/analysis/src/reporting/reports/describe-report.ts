import type { LineageEvent, PatternReport, ReportDocument, ReportSection } from '@refrain/domain';
import { formatDay } from '../../text/format.ts';
import { createDetailSection, createStatement, hasContent } from '../document/section.ts';
import { describeCost } from '../sections/describe-cost.ts';
import { describeEpisodes } from '../sections/describe-episodes.ts';
import { describeExplanation } from '../sections/describe-explanation.ts';
import { describeForecast } from '../sections/describe-forecast.ts';
import { describeLocationMap } from '../sections/describe-location-map.ts';
import { describeLinks, describeMembers } from '../sections/describe-members.ts';
import {
  describeOpenQuestions,
  describeRecommendation,
  describeRecommendedSteps,
  listGuardrailReferences,
} from '../sections/describe-recommendation.ts';
import { describeSummary } from '../sections/describe-summary.ts';
import { describeTrend } from '../sections/describe-trend.ts';
import { describeTriedGuardrails, listImprovementSources } from '../sections/describe-tried-guardrails.ts';
import { createReportSourceRefs, removeRepeatedQuotations } from '../sections/report-source-refs.ts';

/**
 * Describes a pattern, answers first: what fails, why, and what to do. Statistics and background follow as details.
 */
export function describeReport(report: PatternReport, lineage: readonly LineageEvent[]): ReportDocument {
  const { pattern, members, links, measurement = null, choice = null, improvement = null } = report;
  const refs = createReportSourceRefs(members, links);
  const sections = [
    ...describeExplanation({ pattern, members, links }, refs),
    describeRecommendation(report, refs),
    describeOpenQuestions(choice),
    describeTriedGuardrails(choice, improvement),
    describeEpisodes(report, refs),
    describeRecommendedSteps(choice),
    describeTrend(measurement?.trend ?? null, refs),
    describeForecast(measurement?.forecast ?? null, refs),
    describeLocationMap(report.map ?? null, refs),
    describeCost(measurement?.cost ?? null, refs),
    describeMembers(report, refs),
    describeLinks(links, refs),
    describeHistory(lineage, pattern.id),
  ];
  return {
    title: pattern.name,
    lead: describeSummary(report, refs),
    sections: sections.filter(hasContent),
    sources: [
      ...removeRepeatedQuotations(refs.sources, sections),
      ...listImprovementSources(improvement),
      ...listGuardrailReferences(choice),
    ],
  };
}

/** Returns the stored document of a report, or writes it now if an old version stored the report without one. */
export function getReportDocument(report: PatternReport): ReportDocument {
  return report.document ?? describeReport(report, []);
}

function describeHistory(lineage: readonly LineageEvent[], patternId: string): ReportSection {
  const statements = lineage.map((event) => createStatement(describeLineage(event, patternId)));
  return createDetailSection('history', 'History of this pattern', statements);
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
