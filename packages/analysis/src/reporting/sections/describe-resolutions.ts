import type { PatternReport, ReportMember, Statement } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { findRetriedFailures } from '../../linking/find-retried-failures.ts';
import { countRemedies } from '../../remedies/count-remedies.ts';
import { describeRemedies, listFrequentRemedies } from '../../remedies/describe-remedies.ts';
import type { Remedy } from '../../remedies/remedy.ts';
import { formatDate, formatList, formatPartOfEpisodes } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import { describeResolvingChange } from './describe-resolving-changes.ts';
import { createPossibleResolutionFinder, findTellingResolution } from './list-resolution-statements.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

/** @property members in chronological order */
type ResolutionInput = Pick<PatternReport, 'members' | 'links'>;
type RemedyFinder = (failureIds: readonly string[]) => readonly Remedy[];

/**
 * Names the change that resolved the newest episode, counts the episodes that each remedy resolved, and quotes the newest stated
 * resolutions. Names a change that resolved an earlier episode only if no remedy is counted. If none of these is about the newest episode, says first how that one was resolved.
 */
export function describeResolutions(
  input: ResolutionInput,
  remediesOf: RemedyFinder,
  refs: ReportSourceRefs,
): Statement[] {
  const retried = findRetriedFailures(input.links);
  const change = describeResolvingChange(input, refs);
  const counted = [
    ...countFrequentRemedies(input, remediesOf, refs),
    ...countRetried(
      input.members.filter(({ failureId }) => retried.has(failureId)),
      refs,
    ),
  ];
  const known = [
    ...(change !== null && (change.isOfNewest || counted.length === 0) ? [change.statement] : []),
    ...counted,
    ...quoteTypical(input.members, findTellingResolution, refs, { order: 'newest' }),
  ];
  const newest = input.members.at(-1);
  if (newest === undefined) return known;
  const possible = describePossibleResolution(newest, input, remediesOf, refs);
  return [
    ...(possible.length > 0 ? possible : describeNewestResolution(newest, input, known, remediesOf, refs)),
    ...known,
  ];
}

/**
 * Says how the newest episode was resolved, or that this is not known, if the other statements tell only how earlier ones were resolved.
 */
function describeNewestResolution(
  newest: ReportMember,
  { members }: ResolutionInput,
  known: readonly Statement[],
  remediesOf: RemedyFinder,
  refs: ReportSourceRefs,
): Statement[] {
  const cited = refs.ofFailures([newest.failureId]);
  if (known.length === 0 || known.some((one) => one.refs.some((ref) => cited.includes(ref)))) return [];
  const own = members.filter(({ episodeId }) => episodeId === newest.episodeId);
  const remedies = remediesOf(own.map(({ failureId }) => failureId)).filter(({ id }) => id !== 'later-change');
  const when = formatDate(newest.occurredAt, newest.precision);
  const text =
    remedies.length === 0
      ? `It is not known how the last episode, on ${when}, was resolved.`
      : `The last episode, on ${when}, was resolved ${formatList(remedies.map(({ means }) => means))}.`;
  return [createStatement(text, cited)];
}

/** Names the change that possibly resolved the newest episode, unless something more certain tells how it was resolved. */
function describePossibleResolution(
  newest: ReportMember,
  { members, links }: ResolutionInput,
  remediesOf: RemedyFinder,
  refs: ReportSourceRefs,
): Statement[] {
  const own = members.filter(({ episodeId }) => episodeId === newest.episodeId);
  const isTold = remediesOf(own.map(({ failureId }) => failureId)).length > 0;
  const possible = isTold ? null : createPossibleResolutionFinder({ members, links })(own);
  if (possible === null) return [];
  return [
    createStatement(
      `The last episode, on ${formatDate(newest.occurredAt, newest.precision)}, was possibly resolved by “${possible.targetTitle}”.`,
      [...refs.ofFailures([newest.failureId]), ...refs.ofChanges([possible])],
    ),
  ];
}

/** Counts as the lesson does. */
function countFrequentRemedies({ members }: ResolutionInput, remediesOf: RemedyFinder, refs: ReportSourceRefs) {
  const episodes = [...groupBy(members, ({ episodeId }) => [episodeId]).values()].map((own) => ({
    failureIds: own.map(({ failureId }) => failureId),
  }));
  const frequent = listFrequentRemedies(countRemedies(episodes, remediesOf), episodes.length);
  const text = describeRemedies(frequent, episodes.length);
  return text === null
    ? []
    : [createStatement(text, refs.ofFailures(frequent.flatMap(({ failureIds }) => failureIds)))];
}

function countRetried(members: readonly ReportMember[], refs: ReportSourceRefs): Statement[] {
  const episodes = refs.ofFailures(members.map(({ failureId }) => failureId));
  return episodes.length === 0
    ? []
    : [
        createStatement(
          `In ${formatPartOfEpisodes(episodes.length, refs.all.length)}, a new deployment of the same commit succeeded without a fix.`,
          episodes,
        ),
      ];
}
