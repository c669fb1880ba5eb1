import type { PatternReport, ReportLink, ReportMember, Statement } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { findRetriedFailures } from '../../linking/find-retried-failures.ts';
import { findStrongestEvidenceDetail } from '../../linking/judge-resolution-certainty.ts';
import { countRemedies } from '../../remedies/count-remedies.ts';
import { describeRemedies, listFrequentRemedies } from '../../remedies/describe-remedies.ts';
import { formatCount, formatListWithMaxNames } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import { isSure, listResolutionStatements, listResolvingLinks } from './list-resolution-statements.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type ResolutionInput = Pick<PatternReport, 'members' | 'links'>;

const maxNamed = 3;

/**
 * Counts the episodes that each remedy resolved, quotes the most typical stated resolutions, and names the changes that
 * certainly or possibly resolved episodes.
 */
export function describeResolutions(input: ResolutionInput, refs: ReportSourceRefs): Statement[] {
  const { members, links } = input;
  const quoted = members.filter(({ statedResolution }) => statedResolution !== undefined);
  const changes = listResolvingLinks(input);
  const sure = changes.filter(isSure);
  const known = new Set(refs.ofFailures([...quoted, ...sure].map(({ failureId }) => failureId)));
  const isOpen = (failureId: string) => !refs.ofFailures([failureId]).some((ref) => known.has(ref));
  const possible = changes.filter((link) => !sure.includes(link) && isOpen(link.failureId));
  const retried = findRetriedFailures(links);
  return [
    ...countFrequentRemedies(input, refs),
    ...quoteTypical(quoted, ({ statedResolution }) => statedResolution, refs),
    ...nameResolvingChanges(sure, refs),
    ...namePossibleChanges(possible, refs),
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

/** Counts as the lesson does. */
function countFrequentRemedies(input: ResolutionInput, refs: ReportSourceRefs): Statement[] {
  const episodes = [...groupBy(input.members, ({ episodeId }) => [episodeId]).values()].map((own) => ({
    failureIds: own.map(({ failureId }) => failureId),
  }));
  const counts = countRemedies(episodes, listResolutionStatements(input));
  const frequent = listFrequentRemedies(counts, episodes.length);
  const text = describeRemedies(frequent, episodes.length);
  return text === null
    ? []
    : [createStatement(text, refs.ofFailures(frequent.flatMap(({ failureIds }) => failureIds)))];
}

/** Names the changes that certainly resolved episodes. Does not count these episodes, because the remedies count them. */
function nameResolvingChanges(links: readonly ReportLink[], refs: ReportSourceRefs): Statement[] {
  const titles = listTitles(links);
  const subject = titles.length === 1 ? 'A change that resolved an episode is' : 'Changes that resolved episodes are';
  return titles.length === 0
    ? []
    : [citeChanges(`${subject} ${formatListWithMaxNames(titles, maxNamed)}.`, links, refs)];
}

/** Names the changes that possibly resolved episodes, each with the evidence. */
function namePossibleChanges(links: readonly ReportLink[], refs: ReportSourceRefs): Statement[] {
  const titles = listTitles(links);
  const count = refs.ofFailures(links.map(({ failureId }) => failureId)).length;
  const subject = `${count} of ${formatCount(refs.all.length, 'episode')} ${count === 1 ? 'was' : 'were'}`;
  return titles.length === 0
    ? []
    : [citeChanges(`${subject} possibly resolved by ${formatListWithMaxNames(titles, maxNamed)}.`, links, refs)];
}

/** Lists the titles of linked changes, the most frequent first, and the evidence of a link that is not certain. */
function listTitles(links: readonly ReportLink[]): string[] {
  return [...groupBy(links, ({ targetTitle }) => [targetTitle])]
    .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([title, [link]]) => `“${title}”${describeReason(link)}`);
}

function citeChanges(text: string, links: readonly ReportLink[], refs: ReportSourceRefs): Statement {
  return createStatement(text, [...refs.ofFailures(links.map(({ failureId }) => failureId)), ...refs.ofChanges(links)]);
}

function describeReason(link: ReportLink | undefined): string {
  if (link === undefined || isSure(link)) return '';
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
