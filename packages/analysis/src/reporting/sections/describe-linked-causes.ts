import type { PatternReport, ReportMember, Statement } from '@refrain/domain';
import { formatCount, formatListWithMaxNames, formatShare } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type Linked = Pick<PatternReport, 'members' | 'links'>;

const maxNamed = 3;
/** A change with a lower confidence is only in the list of linked changes. */
const minConfidence = 0.8;

/**
 * Names the changes that probably caused episodes, and counts the episodes that, as a person decided, no change caused. Omits the changes
 * that were reverted, which the titles of the reverts already name.
 */
export function describeLinkedCauses({ members, links }: Linked, refs: ReportSourceRefs): Statement[] {
  const reverts = new Set(members.flatMap(({ failureId, kind }) => (kind === 'reverted_change' ? [failureId] : [])));
  const causes = links.filter(
    ({ type, score, isConfirmed, failureId }) =>
      type === 'caused_by' && !reverts.has(failureId) && (isConfirmed === true || score >= minConfidence),
  );
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
  return [...named, ...countDecided(open, refs)];
}

function countDecided(members: readonly ReportMember[], refs: ReportSourceRefs): Statement[] {
  const isDecided = ({ answer }: ReportMember) => answer?.verdict === 'not_change_related' && answer.isDecided;
  const decided = refs.ofFailures(members.filter(isDecided).map(({ failureId }) => failureId));
  return decided.length === 0
    ? []
    : [createStatement(`A person decided that no change caused ${formatCount(decided.length, 'episode')}.`, decided)];
}

function formatProbabilities(probabilities: readonly number[]): string {
  const [low, high] = [Math.min(...probabilities), Math.max(...probabilities)].map(formatShare);
  return low === high ? `${low}` : `${low} to ${high}`;
}
