import { readMerge } from './read-merge.ts';
import { splitOwnNumber } from './read-subject.ts';
import type { CommitRecord } from './revert.ts';

/** The main line of a history and what is not part of it. */
export interface MainLine {
  /** The newest commit; null without commits. */
  readonly tip: CommitRecord | null;
  /** Shas of commits on branches that, as far as known, were never merged. */
  readonly unmerged: ReadonlySet<string>;
}

/**
 * Distinguishes the default branch from branches that were never merged. Of two lines that fork, the default branch is
 * the one with more pull requests after the fork; with equal numbers, both count as landed. A line that does not lead
 * back to the other lies beyond a gap in the history and counts as landed too.
 * @param commits oldest first
 * @param bySha by lower-case sha
 */
export function findMainLine(commits: readonly CommitRecord[], bySha: ReadonlyMap<string, CommitRecord>): MainLine {
  const parentOf = (commit: CommitRecord): CommitRecord | undefined =>
    bySha.get(commit.parents[0]?.toLowerCase() ?? '');
  const isParent = new Set(commits.flatMap(({ parents }) => parents.map((sha) => sha.toLowerCase())));
  const ends = commits.filter(({ sha }) => !isParent.has(sha.toLowerCase())).reverse();
  // Commits of push events have no parents and lead nowhere until they are fetched.
  const leadsOn = (commit: CommitRecord): boolean => parentOf(commit) !== undefined;
  const [newest, ...others] = [...ends.filter(leadsOn), ...ends.filter((commit) => !leadsOn(commit))];
  if (newest === undefined) return { tip: null, unmerged: new Set() };

  let line = walk(newest, parentOf, () => false).passed;
  let marks = marksAbove(line);
  const unmerged = new Set<string>();
  for (const other of others) {
    const { passed, fork } = walk(other, parentOf, (commit) => marks.has(commit.sha));
    if (fork === null) continue;
    const own = marks.get(fork.sha) ?? 0;
    const theirs = passed.filter(isBrought).length;
    if (own > theirs) for (const { sha } of passed) unmerged.add(sha);
    if (own >= theirs) continue;
    for (const { sha } of line.slice(0, line.indexOf(fork))) unmerged.add(sha);
    line = [...passed, ...line.slice(line.indexOf(fork))];
    marks = marksAbove(line);
  }
  return { tip: line[0] ?? newest, unmerged };
}

function walk(
  from: CommitRecord,
  parentOf: (commit: CommitRecord) => CommitRecord | undefined,
  isEnd: (commit: CommitRecord) => boolean,
): { passed: CommitRecord[]; fork: CommitRecord | null } {
  // A set, since imported parents may form a cycle.
  const passed = new Set<CommitRecord>();
  let at: CommitRecord | undefined = from;
  while (at !== undefined && !passed.has(at) && !isEnd(at)) {
    passed.add(at);
    at = parentOf(at);
  }
  return { passed: [...passed], fork: at === undefined || passed.has(at) ? null : at };
}

/**
 * Maps each commit of a line to the number of pull requests after it.
 * @param line newest first
 */
function marksAbove(line: readonly CommitRecord[]): Map<string, number> {
  let count = 0;
  return new Map(
    line.map((commit) => {
      const above = count;
      if (isBrought(commit)) count += 1;
      return [commit.sha, above];
    }),
  );
}

/** Returns whether the host put a pull request's number into the message. */
function isBrought(commit: CommitRecord): boolean {
  return readMerge(commit)?.pull != null || splitOwnNumber(commit.subject).number !== null;
}
