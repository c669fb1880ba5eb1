import type { MechanismMatch } from './find-mechanisms.ts';

/** How strongly texts state mechanisms, in (0, 1], by the id of the mechanism. */
export type MechanismStrengths = ReadonlyMap<string, number>;

/** Returns the strongest statement of each mechanism in any of several texts. */
export function combineMechanismStrengths(texts: readonly (readonly MechanismMatch[])[]): MechanismStrengths {
  const strengths = new Map<string, number>();
  for (const { mechanism, score } of texts.flat())
    strengths.set(mechanism.id, Math.max(strengths.get(mechanism.id) ?? 0, Math.min(1, score)));
  return strengths;
}

/** Returns how strongly both sides state the same mechanism, in [0, 1]; 0 without a common mechanism. */
export function findCommonStrength(some: MechanismStrengths, others: MechanismStrengths): number {
  let strongest = 0;
  for (const [id, strength] of some) strongest = Math.max(strongest, Math.min(strength, others.get(id) ?? 0));
  return strongest;
}

/**
 * Common strength from which texts have a mechanism in common. Readers rejected 12 of 35 groups with a lower mean strength
 * as one recurring failure, and 2 of 72 others.
 */
export const minCommonStrength = 0.05;
