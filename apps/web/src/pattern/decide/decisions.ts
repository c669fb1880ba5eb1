import type { Schemas } from '../../api/refrain.ts';
import type { Decision } from './use-store-decisions.ts';

type Member = Pick<Schemas['ReportMember'], 'failureId' | 'episodeId'>;

/** Returns one failure of each episode, which is enough for a decision, because clustering never divides an episode. */
export function selectOneFailurePerEpisode(members: readonly Member[]): readonly string[] {
  const first = new Map<string, string>();
  for (const { episodeId, failureId } of members) if (!first.has(episodeId)) first.set(episodeId, failureId);
  return [...first.values()];
}

/**
 * Returns the decisions that split a pattern into the failures `moved` and `rest`, and keep each group together. Returns []
 * if one group is empty.
 */
export function createSplitDecisions(moved: readonly Member[], rest: readonly Member[]): readonly Decision[] {
  const [moving, staying] = [selectOneFailurePerEpisode(moved), selectOneFailurePerEpisode(rest)];
  const [first, other] = [moving[0], staying[0]];
  if (first === undefined || other === undefined) return [];
  return [...mustLink(staying), ...mustLink(moving), { kind: 'cannot_link', failureIds: [first, other] }];
}

/** Returns the decisions that move failures to the pattern of `target`. The failures `rest` stay in their pattern. */
export function createMoveDecisions(
  moved: readonly Member[],
  rest: readonly Member[],
  target: readonly Member[],
): readonly Decision[] {
  const [first, other] = [moved[0], selectOneFailurePerEpisode(rest)[0]];
  const separation: readonly Decision[] =
    first === undefined || other === undefined ? [] : [{ kind: 'cannot_link', failureIds: [first.failureId, other] }];
  return [...separation, ...mustLink([...selectOneFailurePerEpisode(target), ...selectOneFailurePerEpisode(moved)])];
}

export function createMergeDecisions(members: readonly Member[], others: readonly Member[]): readonly Decision[] {
  return mustLink([...selectOneFailurePerEpisode(members), ...selectOneFailurePerEpisode(others)]);
}

function mustLink(failureIds: readonly string[]): readonly Decision[] {
  return failureIds.length < 2 ? [] : [{ kind: 'must_link', failureIds: [...failureIds] }];
}
