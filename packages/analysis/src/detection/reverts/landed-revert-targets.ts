import type { CommitHistory } from './commit-history.ts';
import type { CommitLanding } from './commit-landing.ts';
import { findRevertTargets, type RevertTargets } from './find-revert-targets.ts';
import { isCalledRevert, type RevertClaim } from './parse-revert-claim.ts';

export interface LandedRevertTargets {
  readonly targets: RevertTargets;
  /** Whether the revert affects the default branch. False if it only reverts unmerged commits of its own branch. */
  readonly hasLanded: boolean;
}

/**
 * Finds the changes on the default branch that a commit reverts, or else the reverted commits of the commit's own
 * branch. Returns null if only the body calls the commit a revert, and it names only a part of a change or unknown
 * changes.
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
  const isCalled = isCalledRevert(claim);
  if (!isCalled && claim.statements.every(({ isPartial }) => isPartial)) return null;
  if (targets.found.length > 0) return { targets, hasLanded: false };
  const isInner = !landing.isSeparateChange && landing.mergeSha !== null;
  return isInner && !isCalled ? null : { targets, hasLanded: !isInner || claimed.has(landing.mergeSha ?? '') };
}

function isSameBranch(own: CommitLanding, target: CommitLanding | undefined): boolean {
  return own.mergeSha !== null && target !== undefined && own.mergeSha === target.mergeSha && !target.isSeparateChange;
}
