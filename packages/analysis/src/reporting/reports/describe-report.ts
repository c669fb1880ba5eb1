import type { LineageEvent, PatternReport, ReportDocument, ReportSection } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { createRemedyFinder } from '../../remedies/count-remedies.ts';
import { formatDay, formatList } from '../../text/format.ts';
import { createDetailSection, createLabelledStatement, createStatement, hasContent } from '../document/section.ts';
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

/** A forecast from fewer episodes says little more than how often patterns recur on average. */
const minToForecast = 4;

/**
 * Describes a pattern, answers first: what fails, why, and what to do. Statistics and background follow as details.
 */
export function describeReport(
  report: PatternReport,
  lineage: readonly LineageEvent[],
  formerNames: readonly string[] = [],
): ReportDocument {
  const { pattern, members, links, measurement = null, choice = null, improvement = null } = report;
  const refs = createReportSourceRefs(members, links);
  const remediesOf = createRemedyFinder(listResolutionStatements({ members, links }));
  const sections = [
    ...describeExplanation({ pattern, members, links }, remediesOf, refs),
    describeRecommendation(report, refs),
    describeEpisodes(report, remediesOf, refs),
    describeRecommendedSteps(choice),
    describeTrend(
      measurement?.trend ?? null,
      pattern.episodes < minToForecast ? null : (measurement?.forecast ?? null),
    ),
    describeLocationMap(report.map ?? null, refs),
    describeCost(measurement?.cost ?? null, pattern.firstAt, refs),
    describeHistory(report, lineage, formerNames),
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

/** Lists the former names, splits and merges of the pattern. */
function describeHistory(
  { pattern }: PatternReport,
  lineage: readonly LineageEvent[],
  formerNames: readonly string[],
): ReportSection {
  const former = formerNames.filter((name) => name !== pattern.name);
  return createDetailSection('history', 'History', [
    ...(former.length === 0
      ? []
      : [createLabelledStatement('Former names', `${formatList(former.map((name) => `“${name}”`))}.`)]),
    ...describeLineage(lineage, pattern.id).map((sentence) => createStatement(sentence)),
  ]);
}

/** Describes the splits and merges of one kind and day together. */
function describeLineage(events: readonly LineageEvent[], own: string): string[] {
  return [...groupBy(events, (event) => [`${formatDay(event.at)} ${event.kind} ${event.patternId === own}`])].map(
    ([, same]) => describeSame(same, own),
  );
}

function describeSame(same: readonly LineageEvent[], own: string): string {
  const [{ kind, patternId, at } = { kind: 'merged_into', patternId: own, at: '' }] = same;
  const others = same.length === 1 ? 'Another pattern was' : `${same.length} other patterns were`;
  const day = formatDay(at);
  if (patternId === own)
    return kind === 'split_from'
      ? `This pattern was split from another pattern on ${day}.`
      : `This pattern was merged into another pattern on ${day}.`;
  return kind === 'split_from'
    ? `${others} split from this pattern on ${day}.`
    : `${others} merged into this pattern on ${day}.`;
}
