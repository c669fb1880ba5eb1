import type { Change } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { compareCommits } from './commit-history.ts';
import { findCommitLandings, separateUnmergedBranches } from './commit-landing.ts';
import type { CommitRecord } from './revert.ts';

/**
 * Maps each commit of a merged branch to the merge with which it reached the default branch. Keys and values are
 * `owner/name@<sha>`. Omits commits that count as separate changes.
 */
export function findLandingMerges(changes: readonly Change[]): ReadonlyMap<string, string> {
  const records = changes.flatMap((change) =>
    change.kind === 'commit' && change.sha !== null ? [toRecord(change, change.sha.toLowerCase())] : [],
  );
  const carriers = new Map<string, string>();
  for (const [repository, unordered] of groupBy(records, ({ repo }) => [repo])) {
    if (!unordered.some(({ parents }) => parents.length > 1)) continue;
    const commits = unordered.sort(compareCommits);
    const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
    const landing = findCommitLandings(commits, bySha, separateUnmergedBranches(commits, bySha).tip);
    for (const { sha } of commits) {
      let top = sha;
      for (
        let step = landing.get(top);
        step !== undefined && !step.isSeparateChange && step.mergeSha !== null;
        step = landing.get(top)
      )
        top = step.mergeSha;
      if (top !== sha) carriers.set(`${repository}@${sha}`, `${repository}@${top}`);
    }
  }
  return carriers;
}

function toRecord(change: Change, sha: string): CommitRecord {
  return {
    repo: change.repository,
    sha,
    date: change.occurredAt,
    parents: change.parents.map((parent) => parent.toLowerCase()),
    subject: change.title,
    body: change.text,
    pr: change.number,
  };
}
