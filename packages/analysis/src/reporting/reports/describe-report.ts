import type { LineageEvent, PatternReport, ReportDocument, ReportSection } from '@refrain/domain';
import { formatDay } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';
import { describeCausalChain } from '../sections/describe-causal-chain.ts';
import { describeCost } from '../sections/describe-cost.ts';
import { describeForecast } from '../sections/describe-forecast.ts';
import { describeLocationMap } from '../sections/describe-location-map.ts';
import { describeLinks, describeMembers } from '../sections/describe-members.ts';
import {
  describeOpenQuestions,
  describeRecommendation,
  listGuardrailReferences,
} from '../sections/describe-recommendation.ts';
import { describeStatus } from '../sections/describe-status.ts';
import { describeTrend } from '../sections/describe-trend.ts';
import { describeTriedGuardrails, listImprovementSources } from '../sections/describe-tried-guardrails.ts';
import { createReportSourceRefs } from '../sections/report-source-refs.ts';

/** @param textOf returns the full text of a member, or null in a stored report, which has only title and excerpt */
export function describeReport(
  report: PatternReport,
  lineage: readonly LineageEvent[],
  textOf: (failureId: string) => string | null = () => null,
): ReportDocument {
  const {
    pattern,
    members,
    links,
    measurement = null,
    map = null,
    choice = null,
    backtest = null,
    asOf,
    improvement = null,
  } = report;
  const refs = createReportSourceRefs(members, links);
  const texts = members.map(({ failureId, title, excerpt }) => ({
    failureId,
    text: (textOf(failureId) ?? `${title} ${excerpt}`).toLowerCase(),
  }));
  const mentionsOf = (phrase: string) =>
    texts.flatMap(({ failureId, text }) => (text.includes(phrase.toLowerCase()) ? [failureId] : []));
  return {
    title: pattern.name,
    lead: createStatement(pattern.lesson, refs.all),
    sections: [
      describeStatus(pattern, measurement?.recurrence ?? null, asOf, refs),
      describeCausalChain({ ...report, mentionsOf }, refs),
      describeLocationMap(map, refs),
      describeTrend(measurement?.trend ?? null, refs),
      describeForecast(measurement?.forecast ?? null, backtest, refs),
      describeCost(measurement?.cost ?? null, refs),
      describeRecommendation(choice, refs),
      describeTriedGuardrails(choice, improvement),
      describeOpenQuestions(choice),
      describeBasis(report, lineage),
      describeMembers(members, refs),
      describeLinks(links, refs),
    ],
    sources: [...refs.sources, ...listImprovementSources(improvement), ...listGuardrailReferences(choice)],
  };
}

/** Returns the stored document of a report, or writes it now if an old version stored the report without one. */
export function getReportDocument(report: PatternReport): ReportDocument {
  return report.document ?? describeReport(report, []);
}

function describeBasis(
  { coverage, asOf, pattern }: Pick<PatternReport, 'coverage' | 'asOf' | 'pattern'>,
  lineage: readonly LineageEvent[],
): ReportSection {
  const { failures, inPatterns } = coverage;
  return createSection('basis', 'What this rests on', [
    createStatement(
      `As of ${formatDay(asOf)} (UTC). Of ${failures} failures that count ${inPatterns} are in a pattern; the others are like no other so far.`,
    ),
    ...lineage.map((event) => createStatement(describeLineage(event, pattern.id))),
    createStatement(
      'Failures were grouped by what they say, the files they touch and the events they are part of, never by a person. A wrong member, link or cause can be corrected, and stays corrected.',
    ),
  ]);
}

function describeLineage({ kind, patternId, at }: LineageEvent, own: string): string {
  const day = formatDay(at);
  if (kind === 'split_from')
    return patternId === own
      ? `It was split from another pattern on ${day}.`
      : `Another pattern was split from it on ${day}.`;
  return patternId === own ? `It was merged into another pattern on ${day}.` : `It took in another pattern on ${day}.`;
}
