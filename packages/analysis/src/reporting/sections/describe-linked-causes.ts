import type { PatternReport, ReportMember, Statement } from '@refrain/domain';
import { formatCount, formatListWithMaxNames, formatShare } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type Linked = Pick<PatternReport, 'members' | 'links'>;

const maxNamed = 3;

/** Names the changes that caused episodes, and counts the episodes that no change caused. */
export function describeLinkedCauses({ members, links }: Linked, refs: ReportSourceRefs): Statement[] {
  const causes = links.filter(({ type }) => type === 'caused_by');
  const linked = refs.ofFailures(causes.map(({ failureId }) => failureId));
  const open = members.filter(({ failureId }) => !refs.ofFailures([failureId]).some((ref) => linked.includes(ref)));
  const titles = [...new Set(causes.map(({ targetTitle }) => `“${targetTitle}”`))];
  const named =
    causes.length === 0
      ? []
      : [
          createStatement(
            `${linked.length} of ${formatCount(refs.all.length, 'episode')} ${linked.length === 1 ? 'was' : 'were'} probably caused by a change (${formatProbabilities(causes.map(({ score }) => score))} confidence): ${formatListWithMaxNames(titles, maxNamed)}.`,
            [...linked, ...refs.ofChanges(causes)],
          ),
        ];
  return [...named, ...countUnrelated(open, refs)];
}

/** Counts the episodes that no change caused: first those that a person decided, then those that Refrain assessed. */
function countUnrelated(members: readonly ReportMember[], refs: ReportSourceRefs): Statement[] {
  const unrelated = members.filter(({ answer }) => answer?.verdict === 'not_change_related');
  const decided = refs.ofFailures(pickIds(unrelated.filter(({ answer }) => answer?.isDecided === true)));
  const assessedMembers = unrelated.filter(({ answer }) => answer?.isDecided === false);
  const assessed = refs.ofFailures(pickIds(assessedMembers)).filter((ref) => !decided.includes(ref));
  const probabilities = assessedMembers.map(({ answer }) => answer?.confidence ?? 0);
  return [
    ...(decided.length === 0
      ? []
      : [
          createStatement(`A person decided that no change caused ${formatCount(decided.length, 'episode')}.`, decided),
        ]),
    ...(assessed.length === 0
      ? []
      : [
          createStatement(
            `No change seems to have caused ${formatCount(assessed.length, 'episode')} (${formatProbabilities(probabilities)} confidence).`,
            assessed,
          ),
        ]),
  ];
}

function pickIds(members: readonly ReportMember[]): string[] {
  return members.map(({ failureId }) => failureId);
}

function formatProbabilities(probabilities: readonly number[]): string {
  const [low, high] = [Math.min(...probabilities), Math.max(...probabilities)].map(formatShare);
  return low === high ? `${low}` : `${low} to ${high}`;
}
