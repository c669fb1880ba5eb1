import { compare } from '../../collections/compare.ts';
import type { Document } from '../../text/document.ts';
import { createCollection } from '../similarity/collection.ts';
import { clusterPoints } from './cluster-points.ts';
import { readConstraints } from './constraints.ts';
import { readEvents } from './event-documents.ts';
import { createPoints, type Point } from './points.ts';

export interface GroupedDocument {
  readonly id: string;
  /** Pattern of the document, named by the lowest document id in the pattern; null if the document is in none */
  readonly pattern: string | null;
}

/**
 * Clusters documents like `findPatterns`, without episodes, corrections and previous patterns. Keeps the documents'
 * order.
 */
export function groupDocuments(documents: readonly Document[]): GroupedDocument[] {
  const ids = [...new Set(documents.map(({ id }) => id))];
  const { points } = createPoints(ids, [], readConstraints([], ids));
  const events = createCollection(readEvents(points, documents));
  const patternOf = new Map<string, string>();
  for (const group of clusterPoints(events, [], []).groups) {
    const members = group.flatMap((position) => (points[position] as Point).failureIds).sort(compare);
    if (members.length > 1) for (const id of members) patternOf.set(id, members[0] as string);
  }
  return documents.map(({ id }) => ({ id, pattern: patternOf.get(id) ?? null }));
}
