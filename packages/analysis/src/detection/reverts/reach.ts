import { findTargets, type Targets } from './find-targets.ts';
import type { History } from './history.ts';
import type { Landing } from './landing.ts';
import { isCalledRevert, type RevertClaim } from './parse-revert-claim.ts';

export interface Reach {
  readonly targets: Targets;
  /** Whether the revert affects the default branch. False if it only reverts unmerged commits of its own branch. */
  readonly hasLanded: boolean;
}

/**
 * Finds the changes on the default branch that a commit reverts, or else the reverted commits of the commit's own
 * branch. Returns null if only the body calls the commit a revert, and only of a part of a change or of unknown
 * changes.
 * @param claimed all commits of the repository that are called reverts, by sha
 */
export function findReach(
  claim: RevertClaim,
  history: History,
  histories: ReadonlyMap<string, History>,
  claimed: ReadonlyMap<string, RevertClaim>,
): Reach | null {
  const landing = history.landing.get(claim.commit.sha);
  const brought =
    landing?.mergeSha == null || landing.isSeparateChange ? null : (claimed.get(landing.mergeSha)?.branch ?? null);
  const targets = findTargets({ ...claim, branch: claim.branch ?? brought }, histories);
  if (landing === undefined) return { targets, hasLanded: true };
  const found = targets.found.filter((target) => !isSameBranch(landing, history.landing.get(target.sha)));
  if (found.length > 0) return { targets: { ...targets, found }, hasLanded: true };
  const isCalled = isCalledRevert(claim);
  if (!isCalled && claim.statements.every(({ isPartial }) => isPartial)) return null;
  if (targets.found.length > 0) return { targets, hasLanded: false };
  const isInner = !landing.isSeparateChange && landing.mergeSha !== null;
  return isInner && !isCalled ? null : { targets, hasLanded: !isInner || claimed.has(landing.mergeSha ?? '') };
}

function isSameBranch(own: Landing, target: Landing | undefined): boolean {
  return own.mergeSha !== null && target !== undefined && own.mergeSha === target.mergeSha && !target.isSeparateChange;
}
