import type {
  LikelyCause,
  LikelyTrigger,
  Pattern,
  ReportLink,
  ReportMember,
  ReportSection,
  Statement,
} from '@refrain/domain';
import { formatList, formatShare, formatShortList, formatTerm } from '../../text/format.ts';
import { createSection, say } from '../document/section.ts';
import { describeLinkedCauses } from './describe-linked.ts';
import { describeResolutions } from './describe-resolutions.ts';
import type { ReportRefs } from './report-refs.ts';

export interface ChainInput {
  readonly pattern: Pattern;
  readonly members: readonly ReportMember[];
  readonly links: readonly ReportLink[];
  /** Ids of the members that say a phrase. */
  readonly mentionsOf: (phrase: string) => readonly string[];
}

const maxNamed = 3;

/** From what set it off over what the system allowed to how it was resolved, each step with the episodes that show it. */
export function describeChain(input: ChainInput, refs: ReportRefs): ReportSection {
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

/** @param likely those first for which the sum of chances over all episodes is greatest, each as sure as its surest episode */
function describeLikely(
  subject: string,
  [first, ...others]: readonly { label: string; confidence: number; evidence: readonly string[] }[],
  { mentionsOf }: ChainInput,
  refs: ReportRefs,
): Statement[] {
  if (first === undefined) return [say(`${subject} is not known: no episode speaks clearly for one answer.`, refs.all)];
  const also = others.map(
    ({ label, confidence }) => `${formatTerm(label)} (${formatShare(confidence)} sure in the surest one)`,
  );
  const telling = refs.ofFailures(first.evidence.flatMap((phrase) => mentionsOf(phrase)));
  const why =
    first.evidence.length === 0
      ? ''
      : `, by signs such as ${formatShortList(
          first.evidence.map((phrase) => `“${phrase}”`),
          maxNamed,
        )}`;
  return [
    say(
      `${subject}: over all episodes most speaks for ${formatTerm(first.label)} (${formatShare(first.confidence)} sure in the surest one${why}).`,
      telling.length > 0 ? telling : refs.all,
    ),
    ...(also.length === 0 ? [] : [say(`Some speaks for ${formatList(also)}.`, refs.all)]),
  ];
}
