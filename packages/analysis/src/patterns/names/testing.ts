import type { ObservedEpisode } from '@refrain/domain';
import type { Document } from '../../text/document.ts';

/** Returns each failure as an episode of its own. */
export function asSingleEpisodes(
  members: readonly Document[],
): Pick<ObservedEpisode, 'failureIds' | 'services' | 'repositories'>[] {
  return members.map(({ id, services = [] }) => ({ failureIds: [id], services, repositories: [] }));
}
