import type { ObservedEpisode } from '@refrain/domain';
import type { FailureDocument } from '../../text/failure-document.ts';

/** Creates one episode for each failure. */
export function createOneEpisodePerFailure(
  members: readonly FailureDocument[],
): Pick<ObservedEpisode, 'failureIds' | 'services' | 'repositories'>[] {
  return members.map(({ id, services = [] }) => ({ failureIds: [id], services, repositories: [] }));
}
