import type { ObservedEpisode } from '@refrain/domain';
import type { Document } from '../../text/document.ts';

/** Creates one episode for each failure. */
export function asSingleEpisodes(
  members: readonly Document[],
): Pick<ObservedEpisode, 'failureIds' | 'services' | 'repositories'>[] {
  return members.map(({ id, services = [] }) => ({ failureIds: [id], services, repositories: [] }));
}
