import type { Change } from '@refrain/domain';
import type { CommitRecord } from './revert.ts';

/**
 * Converts changes to commits. Adds number, branch and text of the pull request, which a squashed commit may lack. A pull request
 * whose commit is not stored becomes a commit if the pull request was merged into the default branch.
 */
export function toCommitRecords(changes: readonly Change[]): CommitRecord[] {
  const sorted = sortChangesByExternalId(changes);
  const commits = sorted.filter(({ kind }) => kind === 'commit');
  const pulls = sorted.filter(({ kind, sha }) => kind === 'merged_pull_request' && sha !== null);
  const pullOf = new Map(pulls.map((pull) => [pull.sha, pull]));
  const known = new Set(commits.map(({ sha }) => sha));
  return [...commits, ...pulls.filter(({ sha, base }) => base === null && !known.has(sha))].flatMap((change) => {
    if (change.sha === null) return [];
    const pull = pullOf.get(change.sha);
    return [
      {
        repo: change.repository,
        sha: change.sha,
        date: change.occurredAt,
        parents: change.parents,
        subject: change.title,
        body: change.text,
        pullTitle: pull?.title ?? null,
        pullText: pull === undefined || change.text.includes(pull.text) ? null : pull.text,
        pr: pull?.number ?? change.number,
        branch: pull?.branch ?? change.branch,
        paths: change.paths,
      },
    ];
  });
}

/** Sorts changes by external id, so that results do not depend on the order in which the changes were ingested. */
export function sortChangesByExternalId(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
}
