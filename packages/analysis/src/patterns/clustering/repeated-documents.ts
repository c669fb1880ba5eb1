import type { NormalisedDocument } from '../../text/failure-document.ts';

/**
 * Finds documents with the same words and files, such as repeated alerts, so that they are clustered as one and
 * do not fill each other's neighbour lists.
 * @param decided positions of documents that people joined or separated; such documents never count as repeats
 * @returns the position of the first document of each distinct text, and for each document the index of its text
 */
export function findRepeatedDocuments(documents: readonly NormalisedDocument[], decided: ReadonlySet<number>) {
  const firsts: number[] = [];
  const known = new Map<string, number>();
  const nodeOf = documents.map(({ terms, files }, position) => {
    const key = [...terms.keys()]
      .sort()
      .concat([...files.keys()].sort())
      .join('\n');
    const earlier = decided.has(position) || key === '' ? undefined : known.get(key);
    if (earlier !== undefined) return earlier;
    const node = firsts.push(position) - 1;
    if (!decided.has(position)) known.set(key, node);
    return node;
  });
  return { firsts, nodeOf };
}
