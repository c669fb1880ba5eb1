import { addFilesOfCauses, linkFailures } from '@refrain/analysis/evaluation';
import type { Episode, Failure } from '@refrain/domain';
import type { Observation } from './observe-organisation.ts';

export interface LinkedObservation {
  /** Failures that are not dismissed, with the files of the changes that caused them: the input of clustering. */
  readonly failures: readonly Failure[];
  readonly episodes: readonly Episode[];
}

export function linkObservation(observation: Observation): LinkedObservation {
  const { links, episodes } = linkFailures({ ...observation, corrections: [] });
  const counted = observation.failures.filter(({ isFailure }) => isFailure);
  return { failures: addFilesOfCauses(counted, links, observation.changes), episodes };
}
