import type { Schemas } from '../api/refrain.ts';

/** The links that are not told with what set it off and how it was resolved, the surest first. */
export function listLinks({ links, changeAnswer }: Pick<Schemas['FailureAnswer'], 'links' | 'changeAnswer'>) {
  const causes = new Set(changeAnswer?.candidates.map(({ changeId }) => changeId));
  return links
    .filter(
      ({ type, targetId }) =>
        !(type === 'caused_by' && causes.has(targetId)) &&
        !(type === 'ended_by' && targetId === changeAnswer?.endedBy.changeId),
    )
    .toSorted((a, b) => b.score - a.score);
}
