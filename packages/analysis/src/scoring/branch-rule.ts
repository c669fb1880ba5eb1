import { readMerge } from '../detection/reverts/read-merge.ts';
import { splitOwnNumber } from '../detection/reverts/read-subject.ts';
import type { CommitRecord, Revert } from '../detection/reverts/revert.ts';

export type FoundRevert = Pick<Revert, 'sha' | 'revertedShas'>;

/** As the tool has it: anywhere in the name. */
const rule = /revert-(\d+)-\w+/u;

/**
 * What is found by the name of the head branch alone, which is how the best-known open tool finds reverts: for comparison,
 * never for the product. A commit's branch is the one that it is given with, or that the host's merge message names.
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
