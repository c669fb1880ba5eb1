import type { ObservedEpisode } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import type { FailureDocument } from '../../text/failure-document.ts';

/** Groups failures by their episodes. A failure of no episode is a group of its own. */
export function groupByEpisode(
  members: readonly FailureDocument[],
  episodes: readonly Pick<ObservedEpisode, 'failureIds'>[],
): FailureDocument[][] {
  const episodeOf = new Map(episodes.flatMap(({ failureIds }, at) => failureIds.map((id) => [id, at] as const)));
  return [...groupBy(members, ({ id }) => [episodeOf.get(id) ?? id]).values()];
}
