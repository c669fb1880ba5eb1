import { type Change, minuteInMs } from '@refrain/domain';
import { groupBy } from '../../collections/group-by.ts';
import { findLandingMerges } from './carriers.ts';
import type { Revert } from './revert.ts';

/** One or more commits that together revert one change. */
export interface CombinedRevert extends Revert {
  /**
   * Shas of the reverting commits, latest first. `sha` is the latest one: it identifies the pull request after a rebase
   * and is ingested first, since providers list the newest commits first.
   */
  readonly shas: readonly string[];
}

const maxRebaseCommits = 100;

/**
 * Combines the reverts of one pull request if they were made in one pull request or merge, since people often revert a
 * pull request commit by commit.
 * @param reverts reverts of one repository, earliest first
 * @param changes all known changes of the repository, in any order
 */
export function combineRevertsOfPullRequests(reverts: readonly Revert[], changes: readonly Change[]): CombinedRevert[] {
  const findUnit = createUnitFinder(changes);
  const folded = new Map<string, CombinedRevert>();
  for (const revert of reverts) {
    const own = findUnit(revert.sha);
    const units = revert.revertedShas.map(findUnit);
    const [target] = units;
    const pull = revert.revertedPr ?? (units.every((unit) => unit === target) ? numberOf(target) : null);
    const key = pull === null ? revert.sha : [own, pull, revert.isRevertOfRevert].join(' ');
    const known = folded.get(key);
    folded.set(key, known === undefined ? { ...revert, shas: [revert.sha] } : join(known, revert, pull));
  }
  return [...folded.values()];
}

function join(one: CombinedRevert, other: Revert, revertedPr: number | null): CombinedRevert {
  const [mostConfident] = [one, other].sort(
    (a, b) => Number(b.isFailure) - Number(a.isFailure) || b.confidence - a.confidence,
  ) as [Revert, Revert];
  return {
    ...one,
    sha: other.sha,
    shas: [other.sha, ...one.shas],
    mergeShas: [...one.mergeShas, ...other.mergeShas],
    revertedShas: [...new Set([...one.revertedShas, ...other.revertedShas])],
    revertedPr,
    verdict: mostConfident.verdict,
    isFailure: mostConfident.isFailure,
    confidence: mostConfident.confidence,
    evidence: mostConfident.evidence,
  };
}

/**
 * @returns a function that maps a commit's sha to the pull request that contains the commit, as `#12`. Without a pull
 * request, it returns the sha of the merge that contains the commit, or else the commit's sha.
 */
function createUnitFinder(changes: readonly Change[]): (sha: string) => string {
  const carriers = findLandingMerges(changes);
  const commits = new Map<string, Change>();
  const pulls = new Map<string, number>();
  for (const change of changes) {
    if (change.sha === null) continue;
    if (change.kind === 'commit') commits.set(change.sha.toLowerCase(), change);
    if (change.kind === 'merged_pull_request' && change.number !== null)
      pulls.set(change.sha.toLowerCase(), change.number);
  }
  const following = groupBy(commits.values(), ({ parents }) => parents.slice(0, 1).map((sha) => sha.toLowerCase()));

  /** Finds a rebased commit's pull request. Only its last commit has the number; all are committed within a minute. */
  function findRebase(commit: Change): number | null {
    let at = commit;
    for (let step = 0; step < maxRebaseCommits; step += 1) {
      const [next, ...others] = following.get(at.sha?.toLowerCase() ?? '') ?? [];
      if (next === undefined || others.length > 0 || next.parents.length > 1 || next.number !== null) return null;
      if (Math.abs(Date.parse(next.occurredAt) - Date.parse(commit.occurredAt)) > minuteInMs) return null;
      const pull = pulls.get(next.sha?.toLowerCase() ?? '');
      if (pull !== undefined) return pull;
      at = next;
    }
    return null;
  }

  return (commitSha) => {
    const sha = commitSha.toLowerCase();
    const commit = commits.get(sha);
    const carrier = carriers.get(`${commit?.repository}@${sha}`);
    const top = carrier?.slice(carrier.lastIndexOf('@') + 1) ?? sha;
    const named = pulls.get(top) ?? commits.get(top)?.number ?? null;
    const number = named ?? (commit === undefined || top !== sha ? null : findRebase(commit));
    return number === null ? top : `#${number}`;
  };
}

function numberOf(unit: string | undefined): number | null {
  return unit?.startsWith('#') === true ? Number(unit.slice(1)) : null;
}
