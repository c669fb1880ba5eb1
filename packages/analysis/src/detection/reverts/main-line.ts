import { readMerge } from './read-merge.ts';
import { splitOwnNumber } from './read-subject.ts';
import type { CommitRecord } from './revert.ts';

/** Where the default branch ends, and what lies beside it. */
export interface MainLine {
  /** Its newest commit; null for no commits. */
  readonly tip: CommitRecord | null;
  /** Commits of branches that left the line and never came back, as far as that can be told. */
  readonly unmerged: ReadonlySet<string>;
}

/**
 * Tells the default branch from branches that were never merged, should a history hold any. Of two lines that part, the
 * default branch is the one on which the host left more pull requests; where neither has more, both are taken for landed.
 * A line that does not lead back to the other is one that lies beyond a gap, and counts as landed too.
 * @param commits oldest first
 * @param bySha by lower-case sha
 */
export function findMainLine(commits: readonly CommitRecord[], bySha: ReadonlyMap<string, CommitRecord>): MainLine {
  const parentOf = (commit: CommitRecord): CommitRecord | undefined =>
    bySha.get(commit.parents[0]?.toLowerCase() ?? '');
  const isParent = new Set(commits.flatMap(({ parents }) => parents.map((sha) => sha.toLowerCase())));
  const ends = commits.filter(({ sha }) => !isParent.has(sha.toLowerCase())).reverse();
  // A push tells of commits without their parents: these lead nowhere until they are pulled.
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
  // A set, since what a file calls parents may run in a circle.
  const passed = new Set<CommitRecord>();
  let at: CommitRecord | undefined = from;
  while (at !== undefined && !passed.has(at) && !isEnd(at)) {
    passed.add(at);
    at = parentOf(at);
  }
  return { passed: [...passed], fork: at === undefined || passed.has(at) ? null : at };
}

/** For each commit of a line, newest first, how many pull requests came after it. */
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

/** The host left a pull request's number in it. */
function isBrought(commit: CommitRecord): boolean {
  return readMerge(commit)?.pull != null || splitOwnNumber(commit.subject).number !== null;
}
