import type { SearchResponse } from '@refrain/domain';
import type { EarlierIncident } from './served-organisation.ts';

/** Of a search, which is less strict than what a note is owed by (ADR 29). */
const sure = 0.9;

/**
 * Ids of earlier incidents that are told to be of a pattern by how they began, the surest first: when one of them comes back as it
 * was, a note is expected.
 */
export async function findKnownIncidents(
  earlier: readonly EarlierIncident[],
  search: (text: string) => Promise<SearchResponse>,
): Promise<string[]> {
  const known: { readonly id: string; readonly confidence: number }[] = [];
  for (const { id, title, details } of earlier) {
    const { pattern } = await search([title, ...Object.values(details)].join('\n'));
    if (pattern !== null && pattern.confidence >= sure) known.push({ id, confidence: pattern.confidence });
  }
  return known.sort((one, other) => other.confidence - one.confidence).map(({ id }) => id);
}
