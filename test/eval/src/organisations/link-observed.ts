import { linkFailures, withFilesOfCauses } from '@refrain/analysis/evaluation';
import type { Episode, Failure } from '@refrain/domain';
import type { Observation } from './observe-organisation.ts';

export interface LinkedObservation {
  /** Those that count, as they are grouped: with the files of the changes that caused them. */
  readonly failures: readonly Failure[];
  readonly episodes: readonly Episode[];
}

/** What the analysis knows of an organisation before it groups its failures, nothing being corrected. */
export function linkObserved(observation: Observation): LinkedObservation {
  const { links, episodes } = linkFailures({ ...observation, corrections: [] });
  const counted = observation.failures.filter(({ isFailure }) => isFailure);
  return { failures: withFilesOfCauses(counted, links, observation.changes), episodes };
}
