import type { SearchResponse } from '@refrain/domain';
import type { EarlierIncident } from './organisation-server.ts';

/** Minimum confidence of a search result. A search is less strict than the rule for notes (ADR 29). */
const minConfidence = 0.9;

/**
 * Returns the ids of earlier incidents whose opening text matches a pattern, sorted by descending confidence. If one of them recurs,
 * Refrain should write a note.
 */
export async function findIncidentsMatchingPatterns(
  earlier: readonly EarlierIncident[],
  search: (text: string) => Promise<SearchResponse>,
): Promise<string[]> {
  const known: { readonly id: string; readonly confidence: number }[] = [];
  for (const { id, title, details } of earlier) {
    const { pattern } = await search([title, ...Object.values(details)].join('\n'));
    if (pattern !== null && pattern.confidence >= minConfidence) known.push({ id, confidence: pattern.confidence });
  }
  return known.sort((one, other) => other.confidence - one.confidence).map(({ id }) => id);
}
