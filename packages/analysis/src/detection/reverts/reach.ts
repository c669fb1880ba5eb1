import { findTargets, type Targets } from './find-targets.ts';
import type { History } from './history.ts';
import type { Landing } from './landing.ts';
import { type Claim, isCalledRevert } from './read-claim.ts';

/** The changes that a claim reverts, and whether they had landed. */
export interface Reach {
  readonly targets: Targets;
  /** False if it reverts only work of the commit's own branch. */
  readonly hasLanded: boolean;
}

/**
 * Finds what a commit reverts that had landed before its branch did, or else what it reverts of its own branch. Returns
 * null for a commit of a branch that is not called a revert and whose targets are unknown or only partly reverted.
 * @param claimed the claims of the same repository by sha
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
