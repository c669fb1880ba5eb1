import { joinQuotationLines, type PatternReport, type ReportSection, type Statement } from '@refrain/domain';
import { formatEnumValue, formatList, formatListWithMaxNames, formatShare } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';
import { describeLinkedCauses } from './describe-linked-causes.ts';
import { describeResolutions } from './describe-resolutions.ts';
import { quoteNewest } from './quote-newest.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

export interface ExplanationInput extends Pick<PatternReport, 'pattern' | 'members' | 'links'> {
  /** Returns the ids of the failures whose text contains a phrase. */
  readonly mentionsOf: (phrase: string) => readonly string[];
}

/** A cause or trigger with a lower confidence is not shown, because it is more likely wrong than right. */
const minConfidence = 0.5;
const maxNamed = 3;

/** Describes what fails, why, after which trigger, and what resolved it. A section without evidence is empty. */
export function describeExplanation(input: ExplanationInput, refs: ReportSourceRefs): ReportSection[] {
  const { scenario } = input.pattern;
  return [
    createSection('symptoms', 'What fails', stateScenario(scenario?.symptom, refs)),
    createSection('cause', 'Root cause', [
      ...stateScenario(scenario?.cause, refs),
      ...quoteOtherCauses(input, refs),
      ...classifyCause(input, refs),
    ]),
    createSection('trigger', 'Trigger', [
      ...stateScenario(scenario?.trigger, refs),
      ...describeLinkedCauses(input, refs),
    ]),
    createSection('resolution', 'Resolved by', describeResolutions(input, refs)),
  ];
}

function stateScenario(part: string | null | undefined, refs: ReportSourceRefs): Statement[] {
  return part ? [createStatement(part, refs.all)] : [];
}

/** Quotes the stated root causes that the scenario does not quote. */
function quoteOtherCauses({ pattern, members }: ExplanationInput, refs: ReportSourceRefs): Statement[] {
  const quoted = pattern.scenario?.cause ?? '';
  const others = members.filter(
    ({ statedRootCause }) =>
      statedRootCause !== undefined && !quoted.includes(joinQuotationLines(statedRootCause.quote)),
  );
  return quoteNewest(others, ({ statedRootCause }) => statedRootCause, refs);
}

/** Names the category of the cause with the words that decided it. */
function classifyCause(
  { pattern: { causes = [] }, mentionsOf }: ExplanationInput,
  refs: ReportSourceRefs,
): Statement[] {
  const likely = causes.filter(({ confidence }) => confidence >= minConfidence);
  const [first] = likely;
  if (first === undefined) return [];
  const named = likely.map(
    ({ cause, confidence }) => `${formatEnumValue(cause)} (${formatShare(confidence)} confidence)`,
  );
  const words = first.evidence.map((phrase) => `“${phrase}”`);
  const cited = refs.ofFailures(first.evidence.flatMap((phrase) => mentionsOf(phrase)));
  return [
    createStatement(
      `Category: ${formatList(named, 'or')}.`,
      cited.length > 0 ? cited : refs.all,
      words.length === 0
        ? null
        : `The reports use words such as ${formatListWithMaxNames(words, maxNamed)}. The confidence is that of the episode with the clearest report.`,
    ),
  ];
}
