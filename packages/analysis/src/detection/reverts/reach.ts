import { findTargets, type Targets } from './find-targets.ts';
import type { History } from './history.ts';
import type { Landing } from './landing.ts';
import { type Claim, isCalledRevert } from './read-claim.ts';

export interface Reach {
  readonly targets: Targets;
  /** False if the claim only reverts unmerged work of the commit's own branch. */
  readonly hasLanded: boolean;
}

/**
 * Finds the landed changes that a commit reverts, or else the reverted commits of its own branch. Returns null if the
 * commit is not called a revert and its targets are unknown or only partly reverted.
 * @param claimed all claims of the repository by the commit's sha
 */
export function findReach(
  claim: Claim,
  history: History,
  histories: ReadonlyMap<string, History>,
  claimed: ReadonlyMap<string, Claim>,
): Reach | null {
  const landing = history.landing.get(claim.commit.sha);
  const brought = landing?.line == null || landing.isOwn ? null : (claimed.get(landing.line)?.branch ?? null);
  const targets = findTargets({ ...claim, branch: claim.branch ?? brought }, histories);
  if (landing === undefined) return { targets, hasLanded: true };
  const found = targets.found.filter((target) => !isSameBranch(landing, history.landing.get(target.sha)));
  if (found.length > 0) return { targets: { ...targets, found }, hasLanded: true };
  const isCalled = isCalledRevert(claim);
  if (!isCalled && claim.statements.every(({ isPartial }) => isPartial)) return null;
  if (targets.found.length > 0) return { targets, hasLanded: false };
  const isInner = !landing.isOwn && landing.line !== null;
  return isInner && !isCalled ? null : { targets, hasLanded: !isInner || claimed.has(landing.line ?? '') };
}

function isSameBranch(own: Landing, target: Landing | undefined): boolean {
  return own.line !== null && target !== undefined && own.line === target.line && !target.isOwn;
}
