import type { Change } from '@refrain/domain';
import type { CommitRecord } from './revert.ts';

/**
 * The history of one repository as the detector reads it. A commit learns number, branch and words from the pull request
 * that left it there, since a squash may keep none of them; a pull request whose commit is not stored stands for it, unless
 * it was merged elsewhere than into the default branch: then nothing says that its commit ever came there.
 */
export function toCommitRecords(changes: readonly Change[]): CommitRecord[] {
  const sorted = inOrder(changes);
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

/** So that the result does not hang on the order of arrival; pull requests come before their commits. */
export function inOrder(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
}
