import { type CommitRecord, type Revert, readMerge, splitOwnNumber } from '@refrain/analysis/evaluation';

export type FoundRevert = Pick<Revert, 'sha' | 'revertedShas'>;

/** The rule of the tool, which matches anywhere in the name. */
const rule = /revert-(\d+)-\w+/u;

/**
 * Finds reverts by the name of the head branch alone, as the best-known open tool does; for comparison only. The branch of a commit
 * is its field, or the branch in the host's merge message.
 */
export function findByBranchName(commits: readonly CommitRecord[]): FoundRevert[] {
  const byPull = new Map<number, string>();
  for (const commit of commits) {
    const number = readMerge(commit)?.pull ?? splitOwnNumber(commit.subject).number ?? commit.pr;
    if (number !== null) byPull.set(number, commit.sha);
  }
  return commits.flatMap((commit) => {
    const match = rule.exec(commit.branch ?? readMerge(commit)?.branch ?? '');
    if (match === null) return [];
    const target = byPull.get(Number(match[1]));
    return [{ sha: commit.sha, revertedShas: target === undefined ? [] : [target] }];
  });
}
