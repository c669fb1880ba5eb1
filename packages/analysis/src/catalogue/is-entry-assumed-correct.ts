import type { CatalogueEntry } from '@refrain/domain';

const minScore = 0.5;

/** Returns whether an entry is assumed to be right: confirmed by a person, or undecided and more likely than not. */
export function isEntryAssumedCorrect({ status, score }: Pick<CatalogueEntry, 'status' | 'score'>): boolean {
  return status === 'confirmed' || (status === 'suggested' && score >= minScore);
}
