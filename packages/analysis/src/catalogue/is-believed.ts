import type { CatalogueEntry } from '@refrain/domain';

/** Of a suggestion that nobody has decided on. */
const minScore = 0.5;

/** Whether a service is taken to run from there: a person confirmed it, or nobody has decided and it is more likely than not. */
export function isBelieved({ status, score }: Pick<CatalogueEntry, 'status' | 'score'>): boolean {
  return status === 'confirmed' || (status === 'suggested' && score >= minScore);
}
