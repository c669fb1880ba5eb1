import { cleanMessage } from '../detection/reverts/clean-message.ts';
import { readMerge, readRevertBranch } from '../detection/reverts/read-merge.ts';
import type { CommitRecord } from '../detection/reverts/revert.ts';
import { type FoundRevert, findByBranchName } from './branch-rule.ts';
import { share } from './share.ts';

/** A revert that is known to be one. */
export interface ListedRevert {
  readonly sha: string;
  /** What it takes back; null where that is not known. */
  readonly revertedSha: string | null;
}

export interface RevertRates {
  readonly found: number;
  /** Share of the listed ones that are found; a merge is, where a commit of its branch is reported, and the other way round. */
  readonly recall: number;
  /**
   * Share of the found ones that are surely reverts: listed, or in a form that git or a host writes. A list is never
   * whole, so this is the least that precision can be; `toRead` holds the others.
   */
  readonly precisionAtLeast: number;
  /** Share of the listed ones with a known target, and found by the same commit, whose target is among those found. */
  readonly rightTarget: number;
}

export interface RevertScore extends RevertRates {
  readonly listed: number;
  /** The same for the name of the head branch alone. */
  readonly branchRule: RevertRates;
  /** Titles of what is not found, and of what only its own words call a revert: a person has to read those. */
  readonly missing: readonly string[];
  readonly toRead: readonly string[];
}

/** Longest branch that is followed, in commits. */
const longestBranch = 500;

/** Compares the reverts found in a history with a list of them, beside what the branch's name alone would find. */
export function scoreReverts(
  commits: readonly CommitRecord[],
  found: readonly FoundRevert[],
  list: readonly ListedRevert[],
): RevertScore {
  const bySha = new Map(commits.map((commit) => [commit.sha, commit]));
  const listed = list.filter(({ sha }) => bySha.has(sha));
  const branches = new Map(
    commits.flatMap((commit) => (commit.parents.length > 1 ? [[commit.sha, branchOf(commit, bySha)]] : [])),
  );
  const mergeOf = new Map([...branches].flatMap(([merge, own]) => own.map((sha) => [sha, merge])));
  const near = (sha: string): string[] => [sha, branches.get(sha) ?? [], mergeOf.get(sha) ?? []].flat();
  const known = new Set(listed.flatMap(({ sha }) => near(sha)));
  const titleOf = (sha: string): string => `${sha.slice(0, 10)} ${bySha.get(sha)?.subject ?? ''}`;

  const rate = (reported: readonly FoundRevert[]) => {
    const targets = new Map(reported.map(({ sha, revertedShas }) => [sha, revertedShas]));
    const missing = listed.filter(({ sha }) => !near(sha).some((one) => targets.has(one)));
    const unsure = reported.filter(({ sha }) => !known.has(sha) && !hasVendorForm(bySha.get(sha)));
    const withTarget = listed.filter(({ sha, revertedSha }) => revertedSha !== null && targets.has(sha));
    const right = withTarget.filter(({ sha, revertedSha }) => targets.get(sha)?.includes(revertedSha ?? ''));
    return {
      missing,
      unsure,
      rates: {
        found: reported.length,
        recall: share(listed.length - missing.length, listed.length),
        precisionAtLeast: share(reported.length - unsure.length, reported.length),
        rightTarget: share(right.length, withTarget.length),
      },
    };
  };
  const own = rate(found);
  return {
    listed: listed.length,
    ...own.rates,
    branchRule: rate(findByBranchName(commits)).rates,
    missing: own.missing.map(({ sha }) => titleOf(sha)),
    toRead: own.unsure.map(({ sha }) => titleOf(sha)),
  };
}

/** `git revert`, a host's revert button, or the type that a convention gives to reverts. */
function hasVendorForm(commit: CommitRecord | undefined): boolean {
  if (commit === undefined) return false;
  const merge = readMerge(commit);
  const { lines } = cleanMessage(commit.subject, commit.body);
  return (
    readRevertBranch(commit.branch ?? merge?.branch ?? null) !== null ||
    [commit.subject, merge?.title ?? ''].some((title) =>
      /^(?:revert|reapply) ["“]|^revert(?:\([^)]*\))?!?: /iu.test(title),
    ) ||
    lines.some((line) => /^this (?:partially )?reverts commits? [0-9a-f]{7,40}\b|^reverts \S*#\d+/iu.test(line))
  );
}

/** The commits that a merge brings: from its second parent along first parents, as far as the first parent's line. */
function branchOf(merge: CommitRecord, bySha: ReadonlyMap<string, CommitRecord>): string[] {
  const follow = (from: string | undefined, isEnd: (sha: string) => boolean): string[] => {
    const passed: string[] = [];
    for (let at = from; at !== undefined && !isEnd(at) && passed.length < longestBranch; at = bySha.get(at)?.parents[0])
      passed.push(at);
    return passed;
  };
  const main = new Set(follow(merge.parents[0], () => false));
  return follow(merge.parents[1], (sha) => main.has(sha));
}
