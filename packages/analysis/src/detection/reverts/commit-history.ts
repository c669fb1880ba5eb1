import { groupBy } from '../../collections/group-by.ts';
import { lowerBound } from '../../collections/lower-bound.ts';
import { type CommitLanding, findCommitLandings, separateUnmergedBranches } from './commit-landing.ts';
import type { CommitRange } from './find-commit-references.ts';
import { findStatedPullRequestNumber, parseMergeMessage } from './parse-merge-message.ts';
import { normaliseChangeTitle, splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord } from './revert.ts';

/** An index of the commits of a repository. Commits of unmerged branches are left out. */
export interface CommitHistory {
  /** Parents precede children. Commits without such a relation are sorted by date and sha. */
  readonly commits: readonly CommitRecord[];
  readonly landing: ReadonlyMap<string, CommitLanding>;
  findBySha(prefix: string): CommitRecord | null;
  /** Finds the commit with which a pull request reached the default branch, if that commit precedes `before`. */
  findByPull(number: number, before: CommitRecord): CommitRecord | null;
  /**
   * Finds the latest commit that has the title and precedes `before`. If there is none and `isPrefix` is true, finds the
   * latest whose title begins with `title`. Prefers commits that are not merges.
   */
  findByTitle(title: string, before: CommitRecord, isPrefix: boolean): CommitRecord | null;
  /** Lists a range's shas along first parents, oldest first; only the last sha if `from` is not an ancestor of it. */
  listRange(range: CommitRange, namedBy: CommitRecord): readonly string[];
}

const maxRangeCommits = 1_000;

export function createCommitHistory(unordered: readonly CommitRecord[]): CommitHistory {
  const bySha = new Map<string, CommitRecord>();
  for (const commit of [...unordered].sort(compareCommits)) bySha.set(commit.sha.toLowerCase(), commit);
  const all = parentsFirst(bySha);
  const { tip, unmerged } = separateUnmergedBranches(all, bySha);
  for (const sha of unmerged) bySha.delete(sha.toLowerCase());
  const commits = all.filter(({ sha }) => !unmerged.has(sha));
  const positionOf = new Map(commits.map((commit, at) => [commit.sha, at]));
  const shas = [...bySha.keys()].sort();
  const landing = findCommitLandings(commits, bySha, tip);

  const byPull = groupBy(commits, (commit) => {
    const number = findStatedPullRequestNumber(commit) ?? (isQuotedNumber(commit) ? null : commit.pr);
    return number === null ? [] : [`${number}`];
  });
  const byTitle = groupBy(commits, (commit) => {
    const titles = [
      commit.subject,
      splitOffPullRequestNumber(commit.subject).title,
      parseMergeMessage(commit)?.title ?? '',
    ];
    return new Set(titles.map(normaliseChangeTitle).filter((title) => title !== ''));
  });
  const titles = [...byTitle.keys()].sort();

  // A commit of another repository has no position in this history, so only the times can be compared.
  const isBefore = (commit: CommitRecord, other: CommitRecord): boolean => {
    const limit = positionOf.get(other.sha);
    return limit === undefined ? compareCommits(commit, other) < 0 : (positionOf.get(commit.sha) ?? 0) < limit;
  };

  function findBySha(prefix: string): CommitRecord | null {
    const at = lowerBound(shas, (sha) => sha < prefix);
    const sha = shas[at];
    if (sha === undefined || !sha.startsWith(prefix)) return null;
    if (sha !== prefix && shas[at + 1]?.startsWith(prefix) === true) return null;
    return bySha.get(sha) ?? null;
  }

  return {
    commits,
    landing,
    findBySha,
    findByPull(number, before) {
      const earlier = (byPull.get(`${number}`) ?? []).filter((commit) => isBefore(commit, before));
      return earlier.findLast((commit) => landing.get(commit.sha)?.mergeSha === null) ?? earlier.at(-1) ?? null;
    },
    findByTitle(title, before, isPrefix) {
      const key = normaliseChangeTitle(title);
      const earlier = (byTitle.get(key) ?? []).filter((commit) => isBefore(commit, before));
      const exact = earlier.findLast((commit) => parseMergeMessage(commit)?.title == null) ?? earlier.at(-1);
      if (exact !== undefined || !isPrefix || key.length < 20) return exact ?? null;
      let best: CommitRecord | null = null;
      for (let at = lowerBound(titles, (title) => title < key); titles[at]?.startsWith(key) === true; at += 1) {
        const found = (byTitle.get(titles[at] ?? '') ?? []).findLast((commit) => isBefore(commit, before));
        if (found !== undefined && (best === null || isBefore(best, found))) best = found;
      }
      return best;
    },
    listRange({ from, to, inclusive }, namedBy) {
      const start = findBySha(from);
      const end = findBySha(to ?? namedBy.parents[0]?.toLowerCase() ?? '-');
      if (start === null || end === null) return [];
      const range: string[] = [];
      let at: CommitRecord | undefined = end;
      while (at !== undefined && at.sha !== start.sha && range.length < maxRangeCommits) {
        range.push(at.sha);
        at = bySha.get(at.parents[0]?.toLowerCase() ?? '');
      }
      if (at?.sha !== start.sha) return to === null ? [] : [end.sha];
      if (inclusive) range.push(start.sha);
      return range.reverse();
    },
  };
}

/** Returns whether a commit's number comes from a quoted title: a pushed `Revert "x (#12)"` does not belong to #12. */
function isQuotedNumber(commit: CommitRecord): boolean {
  return (
    commit.pr !== null &&
    /^\S{0,40}\s?(?:revert|reapply)/iu.test(commit.subject) &&
    commit.subject.includes(`#${commit.pr}`)
  );
}

export function compareCommits(a: CommitRecord, b: CommitRecord): number {
  return Date.parse(a.date) - Date.parse(b.date) || (a.sha < b.sha ? -1 : a.sha > b.sha ? 1 : 0);
}

function parentsFirst(bySha: ReadonlyMap<string, CommitRecord>): CommitRecord[] {
  const entered = new Set<CommitRecord>();
  const done = new Set<CommitRecord>();
  for (const start of bySha.values()) {
    const stack = [start];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      if (entered.has(top)) {
        stack.pop();
        done.add(top);
        continue;
      }
      entered.add(top);
      for (const parent of top.parents) {
        const known = bySha.get(parent.toLowerCase());
        // Skipping visited parents prevents an endless loop if a commit is its own ancestor.
        if (known !== undefined && !entered.has(known)) stack.push(known);
      }
    }
  }
  return [...done];
}
