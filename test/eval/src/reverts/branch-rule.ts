import {
  type CommitRecord,
  parseMergeMessage,
  type Revert,
  splitOffPullRequestNumber,
} from '@refrain/analysis/evaluation';

export type FoundRevert = Pick<Revert, 'sha' | 'revertedShas'>;

/** Matches GitHub's names of branches for reverts, such as `revert-12-main`, also in the middle of a branch name. */
const rule = /revert-(\d+)-\w+/u;

/** Finds reverts only by the name of the head branch, like the best-known open-source tool. Used as a baseline. */
export function findRevertsByBranchName(commits: readonly CommitRecord[]): FoundRevert[] {
  const byPull = new Map<number, string>();
  for (const commit of commits) {
    const number = parseMergeMessage(commit)?.pull ?? splitOffPullRequestNumber(commit.subject).number ?? commit.pr;
    if (number !== null) byPull.set(number, commit.sha);
  }
  return commits.flatMap((commit) => {
    const match = rule.exec(commit.branch ?? parseMergeMessage(commit)?.branch ?? '');
    if (match === null) return [];
    const target = byPull.get(Number(match[1]));
    return [{ sha: commit.sha, revertedShas: target === undefined ? [] : [target] }];
  });
}
