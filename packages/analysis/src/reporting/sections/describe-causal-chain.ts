import type { LikelyCause, LikelyTrigger, Pattern, PatternReport, ReportSection, Statement } from '@refrain/domain';
import { formatEnumValue, formatList, formatShare, formatShortList } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';
import { describeLinkedCauses } from './describe-linked.ts';
import { describeResolutions } from './describe-resolutions.ts';
import type { ReportRefs } from './report-refs.ts';

export interface CausalChainInput extends Pick<PatternReport, 'pattern' | 'members' | 'links'> {
  /** Returns the ids of the failures whose text contains a phrase. */
  readonly mentionsOf: (phrase: string) => readonly string[];
}

const maxNamed = 3;

/** Describes the causal chain of a pattern: trigger, linked changes, root cause and resolution. */
export function describeCausalChain(input: CausalChainInput, refs: ReportRefs): ReportSection {
  const { pattern } = input;
  const statements = [
    ...describeLikely('What sets it off', likelyTriggers(pattern), input, refs),
    ...describeLinkedCauses(input, refs),
    ...describeLikely('What in the system allows it', likelyCauses(pattern), input, refs),
    ...describeResolutions(input, refs),
  ];
  return createSection('chain', 'How it comes about', statements);
}

function likelyTriggers({ triggers = [] }: Pattern) {
  return triggers.map(({ trigger, ...rest }: LikelyTrigger) => ({ label: trigger, ...rest }));
}

function likelyCauses({ causes = [] }: Pattern) {
  return causes.map(({ cause, ...rest }: LikelyCause) => ({ label: cause, ...rest }));
}

/** Describes the likely triggers or causes. The first of them is the likeliest over all episodes. */
function describeLikely(
  subject: string,
  [first, ...others]: readonly { label: string; confidence: number; evidence: readonly string[] }[],
  { mentionsOf }: CausalChainInput,
  refs: ReportRefs,
): Statement[] {
  if (first === undefined)
    return [createStatement(`${subject} is not known: no episode speaks clearly for one answer.`, refs.all)];
  const also = others.map(
    ({ label, confidence }) => `${formatEnumValue(label)} (${formatShare(confidence)} sure in the surest one)`,
  );
  const cited = refs.ofFailures(first.evidence.flatMap((phrase) => mentionsOf(phrase)));
  const why =
    first.evidence.length === 0
      ? ''
      : `, by signs such as ${formatShortList(
          first.evidence.map((phrase) => `“${phrase}”`),
          maxNamed,
        )}`;
  return [
    createStatement(
      `${subject}: over all episodes most speaks for ${formatEnumValue(first.label)} (${formatShare(first.confidence)} sure in the surest one${why}).`,
      cited.length > 0 ? cited : refs.all,
    ),
    ...(also.length === 0 ? [] : [createStatement(`Some speaks for ${formatList(also)}.`, refs.all)]),
  ];
}
