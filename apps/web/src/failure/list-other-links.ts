import type { Schemas } from '../api/refrain.ts';

/** Returns the links that the trigger and resolution sections do not show, by descending score. */
export function listOtherLinks({
  links,
  changeAssessment,
}: Pick<Schemas['FailureResponse'], 'links' | 'changeAssessment'>) {
  const causes = new Set(changeAssessment?.candidates.map(({ changeId }) => changeId));
  return links
    .filter(
      ({ type, targetId }) =>
        !(type === 'caused_by' && causes.has(targetId)) &&
        !(type === 'resolved_by' && targetId === changeAssessment?.resolvedBy.changeId),
    )
    .toSorted((a, b) => b.score - a.score);
}
