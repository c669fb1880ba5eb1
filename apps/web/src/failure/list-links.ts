import type { Schemas } from '../api/refrain.ts';

/** The links that are not told with what set it off and how it was resolved, the surest first. */
export function listLinks({ links, changeAssessment }: Pick<Schemas['FailureResponse'], 'links' | 'changeAssessment'>) {
  const causes = new Set(changeAssessment?.candidates.map(({ changeId }) => changeId));
  return links
    .filter(
      ({ type, targetId }) =>
        !(type === 'caused_by' && causes.has(targetId)) &&
        !(type === 'resolved_by' && targetId === changeAssessment?.resolvedBy.changeId),
    )
    .toSorted((a, b) => b.score - a.score);
}
