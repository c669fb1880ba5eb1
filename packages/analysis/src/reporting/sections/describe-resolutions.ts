import type { PatternReport, ReportMember, Statement } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { saysHow } from '../../extraction/resolution/says-how.ts';
import { findRetriedFailures } from '../../linking/find-retried-failures.ts';
import { countRemedies } from '../../remedies/count-remedies.ts';
import { describeRemedies, listFrequentRemedies } from '../../remedies/describe-remedies.ts';
import type { Remedy } from '../../remedies/remedy.ts';
import { formatCount } from '../../text/format.ts';
import { createStatement } from '../document/section.ts';
import { describeResolvingChange } from './describe-resolving-changes.ts';
import { quoteTypical } from './quote-typical.ts';
import type { ReportSourceRefs } from './report-source-refs.ts';

type ResolutionInput = Pick<PatternReport, 'members' | 'links'>;
type RemedyFinder = (failureIds: readonly string[]) => readonly Remedy[];

/**
 * Counts the episodes that each remedy resolved, names the change that last resolved an episode, and quotes the newest stated
 * resolutions.
 */
export function describeResolutions(
  input: ResolutionInput,
  remediesOf: RemedyFinder,
  refs: ReportSourceRefs,
): Statement[] {
  const retried = findRetriedFailures(input.links);
  return [
    ...countFrequentRemedies(input, remediesOf, refs),
    ...describeResolvingChange(input, refs),
    ...countRetried(
      input.members.filter(({ failureId }) => retried.has(failureId)),
      refs,
    ),
    ...quoteTypical(
      input.members,
      ({ statedResolution: stated }) => (stated && saysHow(stated.quote) ? stated : undefined),
      refs,
      {
        order: 'newest',
      },
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
  const count = `${episodes.length} of ${formatCount(refs.all.length, 'episode')}`;
  return episodes.length === 0
    ? []
    : [createStatement(`${count} passed when the same commit was deployed again, without a fix.`, episodes)];
}
