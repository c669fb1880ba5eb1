import type { CommitHistory } from './commit-history.ts';
import type { CommitLanding } from './commit-landing.ts';
import type { CommitReferences } from './find-commit-references.ts';
import { findStatedPullRequestNumber } from './parse-merge-message.ts';
import { hasRevertTitleOrBranch, listRevertClaimReferences, type RevertClaim } from './parse-revert-claim.ts';
import { splitOffPullRequestNumber } from './parse-revert-title.ts';
import type { CommitRecord } from './revert.ts';

export interface RevertTargets {
  readonly found: readonly CommitRecord[];
  /** Full shas of reverted commits that are not stored. */
  readonly missing: readonly string[];
  readonly pull: number | null;
}

/** Uses the most reliable reference that matches a stored commit: sha, pull request number, then title or branch. */
function findRevertTargets(claim: RevertClaim, histories: ReadonlyMap<string, CommitHistory>): RevertTargets {
  const { commit, reading, branch } = claim;
  const history = histories.get(toRepositoryKey(commit.repo));
  if (history === undefined) return { found: [], missing: [], pull: null };
  const stated = listRevertClaimReferences(claim);
  const ownPull = findStatedPullRequestNumber(commit);
  const isOther = (target: CommitRecord | null): target is CommitRecord => target !== null && target.sha !== commit.sha;

  const named = stated.flatMap((references) => shasOf(references, commit, history));
  const bySha = named.map((sha) => history.findBySha(sha)).filter(isOther);
  const pulls = [
    ...stated.flatMap((references) => references.pulls),
    ...quotedPulls(claim).map((number) => ({ repo: null, number })),
  ].map(({ repo, number }) => ({ repo: toRepositoryKey(repo ?? commit.repo), number }));
  const here = pulls.filter(({ repo, number }) => repo === toRepositoryKey(commit.repo) && number !== ownPull);
  const elsewhere = pulls.filter(({ repo }) => repo !== toRepositoryKey(commit.repo));
  const byPull = () =>
    [...here, ...elsewhere]
      .map(({ repo, number }) => histories.get(repo)?.findByPull(number, commit) ?? null)
      .filter(isOther);
  const byBranch = () =>
    branch === null
      ? []
      : [
          branch.pull === null ? null : history.findByPull(branch.pull, commit),
          branch.sha === null ? null : history.findBySha(branch.sha),
        ].filter(isOther);
  const byTitle = () => {
    const titled = reading?.quoted == null ? null : history.findByTitle(reading.quoted, commit, reading.isTruncated);
    const [merged] = byBranch();
    if (merged === undefined)
      return titled === null ? severalOrLast(claim, history).filter(isOther) : [titled].filter(isOther);
    return [titled !== null && history.landing.get(titled.sha)?.mergeSha === merged.sha ? titled : merged];
  };

  // If the revert names another repository, its title must not match commits here, unless one repository is a fork of the other.
  const isForeign =
    here.length === 0 && elsewhere.length > 0 && !elsewhere.some(({ repo }) => isNamesake(repo, commit));
  const found = unique(firstFound(isForeign ? [() => bySha, byPull] : [() => bySha, byPull, byTitle]));
  const missing = found.length > 0 ? [] : named.filter((sha) => sha.length === 40);
  const pull = isForeign ? null : (here[0]?.number ?? pullOf(found[0]) ?? branch?.pull ?? null);
  return { found, missing: [...new Set(missing)], pull };
}

/** Returns the pull request numbers at the end of quoted titles. They are the numbers of the reverted pull requests. */
function quotedPulls({ reading }: RevertClaim): number[] {
  if (reading?.form !== 'quoted') return [];
  return splitTitles(reading.quoted ?? '').flatMap((title) => splitOffPullRequestNumber(title).number ?? []);
}

/** Splits the object of `Revert "x" and "y"`, which arrives as `x" and "y`, into its titles. */
function splitTitles(quoted: string): string[] {
  return quoted.split(/["”]\s*(?:,|and|&|\+)\s*["“]/u);
}

function isNamesake(repo: string, commit: CommitRecord): boolean {
  const nameOf = (full: string): string => full.slice(full.lastIndexOf('/') + 1);
  return nameOf(repo) === nameOf(toRepositoryKey(commit.repo));
}

const countWords: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5 };

/** Finds reverted commits: by title for `Revert "x" and "y"`, by counting parents for "revert the last two commits". */
function severalOrLast({ commit, reading }: RevertClaim, history: CommitHistory): CommitRecord[] {
  const words = reading?.quoted ?? '';
  const titles = reading?.form === 'quoted' ? splitTitles(words) : [];
  if (titles.length > 1)
    return titles.map((title) => history.findByTitle(title, commit, false)).filter((found) => found !== null);
  const last = /^(?:the )?(?:last|prev(?:ious)?)(?: (\w{1,5}))? commits?\b/iu.exec(words);
  if (last === null) return [];
  const count = last[1] === undefined ? 1 : (countWords[last[1].toLowerCase()] ?? Number(last[1]));
  const found: CommitRecord[] = [];
  let at = history.findBySha(commit.parents[0] ?? '-');
  while (at !== null && found.length < Math.min(count, 20)) {
    found.push(at);
    at = history.findBySha(at.parents[0] ?? '-');
  }
  return found;
}

function firstFound(ways: readonly (() => CommitRecord[])[]): CommitRecord[] {
  for (const way of ways) {
    const found = way();
    if (found.length > 0) return found;
  }
  return [];
}

/** Returns the shas that a text names, except those in URLs of another repository. */
function shasOf({ commits, ranges }: CommitReferences, namedBy: CommitRecord, history: CommitHistory): string[] {
  const own = commits.filter(({ repo }) => repo === null || isNamesake(toRepositoryKey(repo), namedBy));
  return [...own.map(({ sha }) => sha), ...ranges.flatMap((range) => history.listRange(range, namedBy))];
}

function pullOf(commit: CommitRecord | undefined): number | null {
  if (commit === undefined) return null;
  return findStatedPullRequestNumber(commit) ?? (/revert/iu.test(commit.subject) ? null : commit.pr);
}

function unique(commits: readonly CommitRecord[]): CommitRecord[] {
  return [...new Map(commits.map((commit) => [commit.sha, commit])).values()];
}

/** Returns a repository's name in lower case, since GitHub ignores the case of names. */
export function toRepositoryKey(repo: string): string {
  return repo.toLowerCase();
}

export interface LandedRevertTargets {
  readonly targets: RevertTargets;
  /** Whether the revert affects the default branch. False if it only reverts unmerged commits of its own branch. */
  readonly hasLanded: boolean;
}

/**
 * Finds the reverted changes on the default branch; if there are none, those on the commit's own branch. Returns null if only the
 * body calls the commit a revert, and the body names no known change or only a part of one.
 * @param claimed all commits of the repository that are called reverts, by sha
 */
export function findLandedRevertTargets(
  claim: RevertClaim,
  history: CommitHistory,
  histories: ReadonlyMap<string, CommitHistory>,
  claimed: ReadonlyMap<string, RevertClaim>,
): LandedRevertTargets | null {
  const landing = history.landing.get(claim.commit.sha);
  const brought =
    landing?.mergeSha == null || landing.isSeparateChange ? null : (claimed.get(landing.mergeSha)?.branch ?? null);
  const targets = findRevertTargets({ ...claim, branch: claim.branch ?? brought }, histories);
  if (landing === undefined) return { targets, hasLanded: true };
  const found = targets.found.filter((target) => !isSameBranch(landing, history.landing.get(target.sha)));
  if (found.length > 0) return { targets: { ...targets, found }, hasLanded: true };
  const isCalled = hasRevertTitleOrBranch(claim);
  if (!isCalled && claim.statements.every(({ isPartial }) => isPartial)) return null;
  if (targets.found.length > 0) return { targets, hasLanded: false };
  const isInner = !landing.isSeparateChange && landing.mergeSha !== null;
  return isInner && !isCalled ? null : { targets, hasLanded: !isInner || claimed.has(landing.mergeSha ?? '') };
}

function isSameBranch(own: CommitLanding, target: CommitLanding | undefined): boolean {
  return own.mergeSha !== null && target !== undefined && own.mergeSha === target.mergeSha && !target.isSeparateChange;
}
