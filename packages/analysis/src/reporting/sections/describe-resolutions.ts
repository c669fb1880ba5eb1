import type { PatternReport, ReportLink, ReportMember, Statement } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { findRetriedFailures } from '../../linking/find-retried-failures.ts';
import {
  findStrongestEvidenceDetail,
  isOnlyUnconfirmedRevert,
  judgeResolutionCertainty,
} from '../../linking/judge-resolution-certainty.ts';
import { formatCount, formatListWithMaxNames } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

const maxNamed = 3;

/** Quotes the most typical stated resolutions, then names the changes that certainly or possibly resolved episodes. */
export function describeResolutions(
  { members, links }: Pick<PatternReport, 'members' | 'links'>,
  refs: ReportSourceRefs,
): Statement[] {
  const quoted = members.filter(({ statedResolution }) => statedResolution !== undefined);
  const kinds = new Map(members.map(({ failureId, kind }) => [failureId, kind]));
  const retried = findRetriedFailures(links);
  const changes = links.filter(
    ({ type, failureId, isConfirmed }) =>
      type === 'resolved_by' &&
      !retried.has(failureId) &&
      !isOnlyUnconfirmedRevert(kinds.get(failureId), isConfirmed === true),
  );
  const sure = changes.filter(
    ({ score, isConfirmed }) => judgeResolutionCertainty(score, isConfirmed === true) !== 'possible',
  );
  const known = new Set(refs.ofFailures([...quoted, ...sure].map(({ failureId }) => failureId)));
  const isOpen = (failureId: string) => !refs.ofFailures([failureId]).some((ref) => known.has(ref));
  const possible = changes.filter((link) => !sure.includes(link) && isOpen(link.failureId));
  return [
    ...quoteTypical(quoted, ({ statedResolution }) => statedResolution, refs),
    ...nameChanges(sure, refs, ''),
    ...nameChanges(possible, refs, 'possibly '),
    ...countEpisodes(
      members.filter(({ failureId }) => retried.has(failureId)),
      refs,
      {
        one: 'passed when the same commit was deployed again: the failure was transient',
        many: 'passed when the same commit was deployed again: the failures were transient',
      },
    ),
  ];
}

/** Names the linked changes, beginning with the most frequent. If a link is only possible, adds its evidence. */
function nameChanges(links: readonly ReportLink[], refs: ReportSourceRefs, adverb: 'possibly ' | ''): Statement[] {
  if (links.length === 0) return [];
  const titles = [...groupBy(links, ({ targetTitle }) => [targetTitle])]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([title, [link]]) => `“${title}”${describeReason(link)}`);
  const episodes = refs.ofFailures(links.map(({ failureId }) => failureId));
  const text = `${episodes.length} of ${formatCount(refs.all.length, 'episode')} ${episodes.length === 1 ? 'was' : 'were'} ${adverb}resolved by ${formatListWithMaxNames(titles, maxNamed)}.`;
  return [createStatement(text, [...episodes, ...refs.ofChanges(links)])];
}

function describeReason(link: ReportLink | undefined): string {
  if (link === undefined || judgeResolutionCertainty(link.score, link.isConfirmed === true) !== 'possible') return '';
  const reason = findStrongestEvidenceDetail(link.evidence);
  return reason === null ? '' : ` (${reason})`;
}

function countEpisodes(
  members: readonly ReportMember[],
  refs: ReportSourceRefs,
  /** The predicate of one and of several episodes */
  predicates: { readonly one: string; readonly many: string },
): Statement[] {
  const episodes = refs.ofFailures(members.map(({ failureId }) => failureId));
  const count = `${episodes.length} of ${formatCount(refs.all.length, 'episode')}`;
  return episodes.length === 0
    ? []
    : [createStatement(`${count} ${episodes.length === 1 ? predicates.one : predicates.many}.`, episodes)];
}
