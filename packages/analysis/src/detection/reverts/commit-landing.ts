import { isLongLivedBranch, parseMergeMessage } from './parse-merge-message.ts';
import { splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord } from './revert.ts';

/** How a commit reached the default branch. */
export interface CommitLanding {
  /** Sha of the merge commit that brought the commit to the default branch; null if it was made on the main line. */
  readonly mergeSha: string | null;
  /**
   * Whether the commit counts as a separate change: a commit of the main line or a long-lived branch, or one with its
   * own pull request number.
   */
  readonly isSeparateChange: boolean;
}

/**
 * Finds how each commit reached the default branch. Follows first parents from the tip and then along each merged
 * branch, oldest merge first. Commits that cannot be reached, since parents are not stored, count as separate changes
 * of the main line.
 */
export function findCommitLandings(
  commits: readonly CommitRecord[],
  bySha: ReadonlyMap<string, CommitRecord>,
  tip: CommitRecord | null,
): ReadonlyMap<string, CommitLanding> {
  const landing = new Map<string, CommitLanding>();
  const waiting: { from: CommitRecord; line: string | null; isOwn: boolean }[] = [];
  if (tip !== null) waiting.push({ from: tip, line: null, isOwn: true });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const merges: CommitRecord[] = [];
    let at: CommitRecord | undefined = next.from;
    while (at !== undefined && !landing.has(at.sha)) {
      const merge = parseMergeMessage(at);
      const isOwn = next.isOwn || merge?.pull != null || splitOffPullRequestNumber(at.subject).number !== null;
      landing.set(at.sha, { mergeSha: next.line, isSeparateChange: isOwn });
      if (at.parents.length > 1) merges.push(at);
      at = bySha.get(at.parents[0]?.toLowerCase() ?? '');
    }
    for (const merge of merges) {
      const read = parseMergeMessage(merge);
      const isOwn = next.isOwn && (read?.isPull === true || isLongLivedBranch(read?.branch ?? null));
      for (const parent of merge.parents.slice(1)) {
        const from = bySha.get(parent.toLowerCase());
        if (from !== undefined) waiting.push({ from, line: merge.sha, isOwn });
      }
    }
  }
  for (const commit of commits)
    if (!landing.has(commit.sha)) landing.set(commit.sha, { mergeSha: null, isSeparateChange: true });
  return landing;
}

/** Lists the merges that brought a commit to the default branch, innermost first. */
export function listLandingMerges(sha: string, landing: ReadonlyMap<string, CommitLanding>): string[] {
  const merges = new Set<string>();
  for (let line = landing.get(sha)?.mergeSha ?? null; line !== null && !merges.has(line); ) {
    merges.add(line);
    line = landing.get(line)?.mergeSha ?? null;
  }
  return [...merges];
}
