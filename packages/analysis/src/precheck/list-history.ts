import type { Change, Failure, Link } from '@refrain/domain';
import type { PastFailure, PrecheckHistory } from './precheck.ts';

export interface PrecheckHistoryRecords {
  /** ISO 8601 */
  readonly asOf: string;
  readonly changes: readonly Change[];
  readonly failures: readonly Failure[];
  readonly links: readonly Link[];
  readonly members: readonly { readonly patternId: string; readonly failureId: string }[];
  readonly episodes: readonly { readonly id: string; readonly failureIds: readonly string[] }[];
}

/** Minimum probability of a `caused_by` link that counts */
const minScore = 0.5;

/** Lists merged pull requests and their failures, including failures linked to their commits or deployments. */
export function listPrecheckHistory({
  asOf,
  changes,
  failures,
  links,
  members,
  episodes,
}: PrecheckHistoryRecords): PrecheckHistory {
  const pulls = changes.filter(({ kind }) => kind === 'merged_pull_request');
  const pullOf = indexPulls(pulls);
  const changeById = new Map(changes.map((change) => [change.id, change]));
  const failureById = new Map(failures.map((failure) => [failure.id, failure]));
  const patternOf = new Map(members.map(({ failureId, patternId }) => [failureId, patternId]));
  const episodeOf = new Map(episodes.flatMap(({ id, failureIds }) => failureIds.map((failureId) => [failureId, id])));
  return {
    asOf,
    changes: pulls.map(({ id, occurredAt, repository, title, text, paths }) => ({
      id,
      occurredAt,
      repository,
      title,
      text,
      // The stored list of paths may have been cut off entirely, so an empty list does not mean that no file changed.
      paths: paths.length === 0 ? null : paths,
    })),
    failures: links
      .filter(({ type, status, score }) => type === 'caused_by' && status !== 'rejected' && score >= minScore)
      .flatMap(({ failureId, targetId }): PastFailure[] => {
        const failure = failureById.get(failureId);
        const change = changeById.get(targetId);
        const pull = change === undefined ? null : pullOf(change);
        if (failure === undefined || !failure.isFailure || failure.duplicateOf !== null || pull === null) return [];
        return [
          {
            id: failureId,
            changeId: pull.id,
            knownAt: failure.occurredAt,
            patternId: patternOf.get(failureId) ?? null,
            episodeId: episodeOf.get(failureId) ?? null,
          },
        ];
      }),
  };
}

function indexPulls(pulls: readonly Change[]): (change: Change) => Change | null {
  const bySha = new Map(
    pulls.flatMap((pull) => (pull.sha === null ? [] : [[locationOf(pull, pull.sha), pull] as const])),
  );
  return (change) => {
    if (change.kind === 'merged_pull_request') return change;
    return change.sha === null ? null : (bySha.get(locationOf(change, change.sha)) ?? null);
  };
}

function locationOf({ connectionId, repository }: Change, sha: string): string {
  return `${connectionId}/${repository}@${sha}`;
}
