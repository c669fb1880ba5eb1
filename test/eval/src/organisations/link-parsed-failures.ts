import { addFilesOfCauses, linkFailures } from '@refrain/analysis/evaluation';
import type { Episode, Failure } from '@refrain/domain';
import type { ParsedRecords } from './parse-organisation.ts';

export interface LinkedFailures {
  /** The input of clustering: all failures that are not dismissed. Each one has the files of the changes that caused it. */
  readonly failures: readonly Failure[];
  readonly episodes: readonly Episode[];
}

export function linkParsedFailures(observation: ParsedRecords): LinkedFailures {
  const { links, episodes } = linkFailures({ ...observation, corrections: [] });
  const counted = observation.failures.filter(({ isFailure }) => isFailure);
  return { failures: addFilesOfCauses(counted, links, observation.changes), episodes };
}
