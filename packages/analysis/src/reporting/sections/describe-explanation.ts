import type { PatternReport, ReportSection, Statement } from '@refrain/domain';
import { mechanisms } from '../../mechanisms/library/all.ts';
import { formatEnumValue, formatListWithMaxNames } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';
import { describeLinkedCauses } from './describe-linked-causes.ts';
import { describeResolutions } from './describe-resolutions.ts';
import { quoteNewest } from './quote-newest.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

export interface ExplanationInput extends Pick<PatternReport, 'pattern' | 'members' | 'links'> {
  /** Returns the ids of the failures whose text contains a phrase. */
  readonly mentionsOf: (phrase: string) => readonly string[];
}

/** Minimum confidence of a shown category. On labelled reports, 97 % of the categories above it are right. */
const minConfidence = 0.7;
const maxNamed = 3;

/** Describes what fails, why, after which trigger, and what resolved it. A section without evidence is empty. */
export function describeExplanation(input: ExplanationInput, refs: ReportSourceRefs): ReportSection[] {
  const { scenario } = input.pattern;
  return [
    createSection('symptoms', 'What fails', stateScenario(scenario?.symptom, refs)),
    createSection('cause', 'Root cause', [
      ...stateScenario(scenario?.mechanism, refs),
      ...quoteNewest(input.members, ({ statedRootCause }) => statedRootCause, refs),
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

/** Names the category of the cause with the words that decided it, if it agrees with the shared mechanism. */
function classifyCause(
  { pattern: { cause, causes = [], mechanism }, mentionsOf }: ExplanationInput,
  refs: ReportSourceRefs,
): Statement[] {
  const assessed = causes.find((one) => one.cause === cause);
  const isConsistent = mechanisms.some(({ name, cause: usual }) => name === mechanism && usual === cause);
  if (!isConsistent || assessed === undefined || assessed.confidence < minConfidence) return [];
  const words = assessed.evidence.map((phrase) => `“${phrase}”`);
  const cited = refs.ofFailures(assessed.evidence.flatMap((phrase) => mentionsOf(phrase)));
  return [
    createStatement(
      `Category: ${formatEnumValue(cause)}.`,
      cited.length > 0 ? cited : refs.all,
      words.length === 0 ? null : `The episodes mention ${formatListWithMaxNames(words, maxNamed)}.`,
    ),
  ];
}
