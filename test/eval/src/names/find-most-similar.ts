/** Returns the most similar of several names, the first of equally similar ones, and how similar it is. */
export function findMostSimilar(
  name: string,
  names: readonly string[],
  similarityOf: (a: string, b: string) => number,
): { readonly name: string; readonly similarity: number } {
  return names
    .map((other) => ({ name: other, similarity: similarityOf(name, other) }))
    .reduce((best, one) => (one.similarity > best.similarity ? one : best), { name: '', similarity: -1 });
}
