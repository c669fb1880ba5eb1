import type { PatternReport, ReportLink, ReportMember, Statement } from '@refrain/domain';
import { findRetriedFailures } from '../../linking/find-retried-failures.ts';
import { formatCount, formatListWithMaxNames, formatPartOfEpisodes, formatProbability } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type Linked = Pick<PatternReport, 'members' | 'links'>;

const maxNamed = 2;
/** A report does not name a change with a lower confidence. */
const minConfidence = 0.8;

/**
 * Names the changes that probably caused episodes, and counts those that a person decided were not caused by a change. Omits changes that
 * were reverted or whose deployment failed, because the episodes name them already.
 */
export function describeLinkedCauses({ members, links }: Linked, refs: ReportSourceRefs): Statement[] {
  const incidents = new Set(members.flatMap(({ failureId, kind }) => (kind === 'incident' ? [failureId] : [])));
  const causes = listProbableCauses({ members, links }).filter(({ failureId }) => incidents.has(failureId));
  const linked = refs.ofFailures(causes.map(({ failureId }) => failureId));
  const open = members.filter(({ failureId }) => !refs.ofFailures([failureId]).some((ref) => linked.includes(ref)));
  const titles = [...new Set(causes.map(({ targetTitle }) => targetTitle))];
  const named = causes.filter(({ targetTitle }) => titles.slice(0, maxNamed).includes(targetTitle));
  if (causes.length === 0) return countDecided(open, refs);
  const subject = titles.length === 1 ? 'A change' : 'Changes';
  const confidence = formatProbabilities(causes.map(({ score }) => score));
  return [
    createStatement(
      `${subject} probably caused ${formatPartOfEpisodes(linked.length, refs.all.length)} (${confidence} confidence): ${formatListWithMaxNames(titles.map(quoteTitle), maxNamed)}.`,
      [...(linked.length === refs.all.length ? [] : linked), ...refs.ofChanges(named)],
    ),
    ...countDecided(open, refs),
  ];
}

function quoteTitle(title: string): string {
  return `“${title}”`;
}

/**
 * Lists the links to changes that probably caused an episode, highest confidence first. Omits those of reverts, and of failed deployments
 * that succeeded without another change.
 */
export function listProbableCauses({ members, links }: Linked): ReportLink[] {
  const reverts = new Set(members.flatMap(({ failureId, kind }) => (kind === 'reverted_change' ? [failureId] : [])));
  const retried = findRetriedFailures(links);
  return links.filter(
    ({ type, score, isConfirmed, failureId }) =>
      type === 'caused_by' &&
      !reverts.has(failureId) &&
      !retried.has(failureId) &&
      (isConfirmed === true || score >= minConfidence),
  );
}

function countDecided(members: readonly ReportMember[], refs: ReportSourceRefs): Statement[] {
  const isDecided = ({ answer }: ReportMember) => answer?.verdict === 'not_change_related' && answer.isDecided;
  const decided = refs.ofFailures(members.filter(isDecided).map(({ failureId }) => failureId));
  return decided.length === 0
    ? []
    : [
        createStatement(
          `A person decided that ${formatCount(decided.length, 'episode')} ${decided.length === 1 ? 'was' : 'were'} not caused by a change.`,
          decided,
        ),
      ];
}

function formatProbabilities(probabilities: readonly number[]): string {
  const [low, high] = [Math.min(...probabilities), Math.max(...probabilities)].map(formatProbability);
  return low === high || low?.startsWith('over') ? `${low}` : `at least ${low}`;
}
