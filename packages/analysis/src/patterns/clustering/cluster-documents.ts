import { compareStrings } from '../../collections/compare-strings.ts';
import type { FailureDocument } from '../../text/failure-document.ts';
import { createDocumentCollection } from '../similarity/document-collection.ts';
import type { PassageVectorList } from '../similarity/meanings.ts';
import { clusterPoints } from './cluster-points.ts';
import { createClusteringConstraints } from './clustering-constraints.ts';
import { createClusteringPoints, type Point } from './constrained-points.ts';
import { buildPointDocuments } from './event-documents.ts';
import { readReportContents } from './report-contents.ts';

export interface ClusteredDocument {
  readonly id: string;
  /** Pattern of the document, named by the lowest document id in the pattern; null if the document is in none */
  readonly pattern: string | null;
}

/**
 * Clusters documents like `findPatterns`, but without episodes and corrections. Keeps the order of the documents.
 * @param vectors sentence vectors by document id; absent to compare words alone
 */
export function clusterDocuments(
  documents: readonly FailureDocument[],
  vectors?: ReadonlyMap<string, PassageVectorList>,
): ClusteredDocument[] {
  const ids = [...new Set(documents.map(({ id }) => id))];
  const { points } = createClusteringPoints(ids, [], createClusteringConstraints([], ids));
  const events = createDocumentCollection(buildPointDocuments(points, documents));
  const patternOf = new Map<string, string>();
  for (const group of clusterPoints(events, [], [], readReportContents(points, documents, vectors)).groups) {
    const members = group.flatMap((position) => (points[position] as Point).failureIds).sort(compareStrings);
    if (members.length > 1) for (const id of members) patternOf.set(id, members[0] as string);
  }
  return documents.map(({ id }) => ({ id, pattern: patternOf.get(id) ?? null }));
}
