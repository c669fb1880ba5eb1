import { addFilesOfCauses, linkFailures } from '@refrain/analysis/evaluation';
import type { Episode, Failure } from '@refrain/domain';
import type { ParsedRecords } from './parse-organisation.ts';

export interface LinkedFailures {
  /** Failures that are not dismissed, with the files of the changes that caused them: the input of clustering. */
  readonly failures: readonly Failure[];
  readonly episodes: readonly Episode[];
}

export function linkParsedFailures(observation: ParsedRecords): LinkedFailures {
  const { links, episodes } = linkFailures({ ...observation, corrections: [] });
  const counted = observation.failures.filter(({ isFailure }) => isFailure);
  return { failures: addFilesOfCauses(counted, links, observation.changes), episodes };
}
