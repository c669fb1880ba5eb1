import {
  type CommitRecord,
  parseCommitMessageBody,
  parseMergeMessage,
  parseRevertBranchName,
} from '@refrain/analysis/evaluation';
import { share } from '../figures/round.ts';
import { type FoundRevert, findRevertsByBranchName } from './branch-rule.ts';

export interface ListedRevert {
  readonly sha: string;
  /** Sha of the commit that was reverted; null if unknown. */
  readonly revertedSha: string | null;
}

export interface RevertDetectionRates {
  readonly found: number;
  /** Share of the listed reverts that are found. A merge and the commits of the merged branch count as the same revert. */
  readonly recall: number;
  /**
   * Share of the found reverts that are certainly reverts: listed, or in a format that git or a host writes. This is a lower bound of the
   * precision, because no list is complete; `toRead` has the uncertain reverts.
   */
  readonly precisionAtLeast: number;
  /**
   * Share of the found listed reverts for which the right reverted commit is found. Reverts whose reverted commit is not listed are
   * omitted.
   */
  readonly rightTarget: number;
}

export interface RevertScore extends RevertDetectionRates {
  readonly listed: number;
  readonly branchRule: RevertDetectionRates;
  /** Titles of listed reverts that were not found, for a person to read. */
  readonly missing: readonly string[];
  /** Titles of found reverts that are neither listed nor in a known format, for a person to read. */
  readonly toRead: readonly string[];
}

/** Maximum number of commits to read on a merged branch. */
const longestBranch = 500;

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
    branchRule: rate(findRevertsByBranchName(commits)).rates,
    missing: own.missing.map(({ sha }) => titleOf(sha)),
    toRead: own.unsure.map(({ sha }) => titleOf(sha)),
  };
}

/** Returns whether the message is from `git revert` or a host's revert button, or has a conventional title of a revert. */
function hasVendorForm(commit: CommitRecord | undefined): boolean {
  if (commit === undefined) return false;
  const merge = parseMergeMessage(commit);
  const { lines } = parseCommitMessageBody(commit.body);
  return (
    parseRevertBranchName(commit.branch ?? merge?.branch ?? null) !== null ||
    [commit.subject, merge?.title ?? ''].some((title) =>
      /^(?:revert|reapply) ["“]|^revert(?:\([^)]*\))?!?: /iu.test(title),
    ) ||
    lines.some((line) => /^this (?:partially )?reverts commits? [0-9a-f]{7,40}\b|^reverts \S*#\d+/iu.test(line))
  );
}

/** Returns the commits of a merged branch: from the merge's second parent along first parents up to the main line. */
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
