import type { PatternReport, ReportMember, ReportSection, Statement } from '@refrain/domain';
import { formatCount, formatEnumValue, formatList, formatListWithMaxNames, formatShare } from '../../text/format.ts';
import { createSection, createStatement } from '../document/section.ts';
import { describeResolutions } from './describe-resolutions.ts';
import { quoteNewest } from './quote-newest.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

interface CausalChainInput extends Pick<PatternReport, 'pattern' | 'members' | 'links'> {
  /** Returns the ids of the failures whose text contains a phrase. */
  readonly mentionsOf: (phrase: string) => readonly string[];
}

const maxNamed = 3;

export function describeCausalChain(input: CausalChainInput, refs: ReportSourceRefs): ReportSection {
  const { triggers = [], causes = [] } = input.pattern;
  const statements = [
    ...describeLikely(
      'What sets it off',
      triggers.map(({ trigger, ...rest }) => ({ label: trigger, ...rest })),
      input,
      refs,
    ),
    ...describeLinkedCauses(input, refs),
    ...describeLikely(
      'What in the system allows it',
      causes.map(({ cause, ...rest }) => ({ label: cause, ...rest })),
      input,
      refs,
    ),
    ...quoteNewest(input.members, 'Root cause', ({ statedRootCause }) => statedRootCause, refs),
    ...describeResolutions(input, refs),
  ];
  return createSection('chain', 'How it comes about', statements);
}

/** Describes the likely triggers or causes, beginning with the likeliest over all episodes. */
function describeLikely(
  subject: string,
  [first, ...others]: readonly { label: string; confidence: number; evidence: readonly string[] }[],
  { mentionsOf }: CausalChainInput,
  refs: ReportSourceRefs,
): Statement[] {
  if (first === undefined)
    return [createStatement(`${subject} is not known: no episode speaks clearly for one answer.`, refs.all)];
  const also = others.map(
    ({ label, confidence }) => `${formatEnumValue(label)} (${formatShare(confidence)} sure in the surest one)`,
  );
  const cited = refs.ofFailures(first.evidence.flatMap((phrase) => mentionsOf(phrase)));
  const signs = first.evidence.map((phrase) => `“${phrase}”`);
  const why = signs.length === 0 ? '' : `, by signs such as ${formatListWithMaxNames(signs, maxNamed)}`;
  return [
    createStatement(
      `${subject}: over all episodes most speaks for ${formatEnumValue(first.label)} (${formatShare(first.confidence)} sure in the surest one${why}).`,
      cited.length > 0 ? cited : refs.all,
    ),
    ...(also.length === 0 ? [] : [createStatement(`Some speaks for ${formatList(also)}.`, refs.all)]),
  ];
}

type Answer = NonNullable<ReportMember['answer']>;

/** Describes the changes linked as causes and, for all other episodes, whether a change is a likely cause. */
function describeLinkedCauses(
  { members, links }: Pick<PatternReport, 'members' | 'links'>,
  refs: ReportSourceRefs,
): Statement[] {
  const causes = links.filter(({ type }) => type === 'caused_by');
  const linked = refs.ofFailures(causes.map(({ failureId }) => failureId));
  const first =
    causes.length === 0
      ? createStatement('No change is linked as the cause of any episode.', refs.all)
      : createStatement(
          `A change is linked as the cause of ${linked.length} of ${formatCount(refs.all.length, 'episode')} (${formatProbabilities(causes.map(({ score }) => score))} sure).`,
          [...linked, ...refs.ofChanges(causes)],
        );
  const open = members.filter(({ failureId }) => !refs.ofFailures([failureId]).some((ref) => linked.includes(ref)));
  const answers = describeAnswers(open, refs);
  return causes.length === 0 && answers.length > 0 ? answers : [first, ...answers];
}

/**
 * Describes whether changes caused the episodes. Counts each episode once: first those that a person decided, then
 * those that probably no change caused, then the undecided ones.
 */
function describeAnswers(members: readonly ReportMember[], refs: ReportSourceRefs): Statement[] {
  const described = new Set<string>();
  const pick = (is: (answer: Answer) => boolean) => {
    const own = members.filter(
      ({ failureId, answer }) =>
        answer !== undefined && is(answer) && !refs.ofFailures([failureId]).some((ref) => described.has(ref)),
    );
    const found = refs.ofFailures(own.map(({ failureId }) => failureId));
    for (const ref of found) described.add(ref);
    return {
      found,
      count: formatCount(found.length, 'episode'),
      probabilities: own.map(({ answer }) => answer?.confidence ?? 0),
    };
  };
  const decided = pick(({ verdict, isDecided }) => verdict === 'not_change_related' && isDecided);
  const unrelated = pick(({ verdict }) => verdict === 'not_change_related');
  const undecided = pick(({ verdict }) => verdict === 'undecided');
  return [
    { ...decided, text: `Of ${decided.count} a person decided that no change set it off.` },
    {
      ...unrelated,
      text: `${unrelated.count} ${unrelated.found.length === 1 ? 'seems' : 'seem'} not to have been set off by a change (${formatProbabilities(unrelated.probabilities)} sure).`,
    },
    { ...undecided, text: `Of ${undecided.count} what is known does not tell whether a change set it off.` },
  ].flatMap(({ found, text }) => (found.length === 0 ? [] : [createStatement(text, found)]));
}

function formatProbabilities(probabilities: readonly number[]): string {
  const [low, high] = [Math.min(...probabilities), Math.max(...probabilities)].map(formatShare);
  return low === high ? `${low}` : `${low} to ${high}`;
}
