import { findStatedPullRequestNumber, isLongLivedBranch, parseMergeMessage } from './parse-merge-message.ts';
import type { CommitRecord } from './revert.ts';

/** How a commit reached the default branch. */
export interface CommitLanding {
  /** Sha of the merge commit that brought the commit to the default branch; null if the commit was made on the main line. */
  readonly mergeSha: string | null;
  /** False for a commit of a short-lived branch if the commit has no pull request number of its own. */
  readonly isSeparateChange: boolean;
}

/**
 * Finds how commits landed. Follows first parents from the tip, then each merged branch, the oldest merge first.
 * Commits that cannot be reached because parents are not stored count as separate changes of the main line.
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
      landing.set(at.sha, { mergeSha: next.line, isSeparateChange: next.isOwn || hasPullNumber(at) });
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

interface MainLine {
  /** The newest commit of the default branch; null without commits. */
  readonly tip: CommitRecord | null;
  /** Shas of commits on branches that were never merged, as far as is known. */
  readonly unmerged: ReadonlySet<string>;
}

/**
 * Separates the default branch from unmerged branches. Where two lines of commits fork, the one with more pull requests
 * is the default branch. In a tie, both count as merged. A line without a stored connection to the default branch also
 * counts as merged.
 * @param commits oldest first
 * @param bySha commits by sha in lower case
 */
export function separateUnmergedBranches(
  commits: readonly CommitRecord[],
  bySha: ReadonlyMap<string, CommitRecord>,
): MainLine {
  const parentOf = (commit: CommitRecord): CommitRecord | undefined =>
    bySha.get(commit.parents[0]?.toLowerCase() ?? '');
  const isParent = new Set(commits.flatMap(({ parents }) => parents.map((sha) => sha.toLowerCase())));
  const ends = commits.filter(({ sha }) => !isParent.has(sha.toLowerCase())).reverse();
  // Commits from push events lack parents until these are fetched, so the search starts at other commits first.
  const leadsOn = (commit: CommitRecord): boolean => parentOf(commit) !== undefined;
  const [newest, ...others] = [...ends.filter(leadsOn), ...ends.filter((commit) => !leadsOn(commit))];
  if (newest === undefined) return { tip: null, unmerged: new Set() };

  let line = walk(newest, parentOf, () => false).passed;
  let pullsAfter = countPullsAfter(line);
  const unmerged = new Set<string>();
  for (const other of others) {
    const { passed, fork } = walk(other, parentOf, (commit) => pullsAfter.has(commit.sha));
    if (fork === null) continue;
    const own = pullsAfter.get(fork.sha) ?? 0;
    const theirs = passed.filter(hasPullNumber).length;
    if (own > theirs) for (const { sha } of passed) unmerged.add(sha);
    if (own >= theirs) continue;
    for (const { sha } of line.slice(0, line.indexOf(fork))) unmerged.add(sha);
    line = [...passed, ...line.slice(line.indexOf(fork))];
    pullsAfter = countPullsAfter(line);
  }
  return { tip: line[0] ?? newest, unmerged };
}

function walk(
  from: CommitRecord,
  parentOf: (commit: CommitRecord) => CommitRecord | undefined,
  isEnd: (commit: CommitRecord) => boolean,
): { passed: CommitRecord[]; fork: CommitRecord | null } {
  // Imported data may contain commits that are their own ancestors. Checking `passed` prevents an endless loop then.
  const passed = new Set<CommitRecord>();
  let at: CommitRecord | undefined = from;
  while (at !== undefined && !passed.has(at) && !isEnd(at)) {
    passed.add(at);
    at = parentOf(at);
  }
  return { passed: [...passed], fork: at === undefined || passed.has(at) ? null : at };
}

/** Maps the sha of each commit in `line` (newest first) to the number of pull requests after that commit. */
function countPullsAfter(line: readonly CommitRecord[]): Map<string, number> {
  let count = 0;
  return new Map(
    line.map((commit) => {
      const after = count;
      if (hasPullNumber(commit)) count += 1;
      return [commit.sha, after];
    }),
  );
}

function hasPullNumber(commit: CommitRecord): boolean {
  return findStatedPullRequestNumber(commit) !== null;
}
