import { isLongLived, readMerge } from './read-merge.ts';
import { splitOwnNumber } from './read-subject.ts';
import type { CommitRecord } from './revert.ts';

/** How a commit reached the default branch. */
export interface Landing {
  /** Sha of the merge that brought its branch; null on the main line. */
  readonly line: string | null;
  /**
   * Whether it was a change of its own, not a part of a branch: it is on the main line or a long-lived branch, or has
   * its own number.
   */
  readonly isOwn: boolean;
}

/**
 * Finds how each commit landed. Follows first parents from the default branch's tip, then each merged branch, oldest
 * merge first. Commits that cannot be reached because parents are missing count as landed on their own.
 */
export function findLanding(
  commits: readonly CommitRecord[],
  bySha: ReadonlyMap<string, CommitRecord>,
  tip: CommitRecord | null,
): ReadonlyMap<string, Landing> {
  const landing = new Map<string, Landing>();
  const waiting: { from: CommitRecord; line: string | null; isOwn: boolean }[] = [];
  if (tip !== null) waiting.push({ from: tip, line: null, isOwn: true });
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const merges: CommitRecord[] = [];
    let at: CommitRecord | undefined = next.from;
    while (at !== undefined && !landing.has(at.sha)) {
      const merge = readMerge(at);
      const isOwn = next.isOwn || merge?.pull != null || splitOwnNumber(at.subject).number !== null;
      landing.set(at.sha, { line: next.line, isOwn });
      if (at.parents.length > 1) merges.push(at);
      at = bySha.get(at.parents[0]?.toLowerCase() ?? '');
    }
    for (const merge of merges) {
      const read = readMerge(merge);
      const isOwn = next.isOwn && (read?.isPull === true || isLongLived(read?.branch ?? null));
      for (const parent of merge.parents.slice(1)) {
        const from = bySha.get(parent.toLowerCase());
        if (from !== undefined) waiting.push({ from, line: merge.sha, isOwn });
      }
    }
  }
  for (const commit of commits) if (!landing.has(commit.sha)) landing.set(commit.sha, { line: null, isOwn: true });
  return landing;
}
