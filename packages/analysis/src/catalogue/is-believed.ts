import type { CatalogueEntry } from '@refrain/domain';

/** Minimum score of a suggestion without a decision. */
const minScore = 0.5;

/**
 * Returns whether a service is assumed to run from a location: a person confirmed it, or nobody has decided and it is
 * more likely than not.
 */
export function isBelieved({ status, score }: Pick<CatalogueEntry, 'status' | 'score'>): boolean {
  return status === 'confirmed' || (status === 'suggested' && score >= minScore);
}
