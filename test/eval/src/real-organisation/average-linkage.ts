import { countWords } from './bm25.ts';

/** Minimum mean cosine similarity between two groups to join them. */
const minSimilarity = 0.2;

/** Clusters TF-IDF vectors of whole texts by average linkage, as a baseline. The duration grows with the cube of the number of texts. */
export function groupByAverageLinkage(
  texts: readonly { readonly id: string; readonly text: string }[],
): { readonly id: string; readonly pattern: string | null }[] {
  const vectors = weigh(texts.map(({ text }) => countWords(text)));
  let groups = texts.map((_, at) => [at]);
  const similarity = vectors.map((one) => vectors.map((other) => dot(one, other)));
  const between = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, a) => sum + other.reduce((all, c) => all + (similarity[a]?.[c] ?? 0), 0), 0) /
    (one.length * other.length);
  for (;;) {
    let best: { readonly a: number; readonly c: number; readonly value: number } | null = null;
    for (let a = 0; a < groups.length; a++)
      for (let c = a + 1; c < groups.length; c++) {
        const value = between(groups[a] ?? [], groups[c] ?? []);
        if (value >= minSimilarity && (best === null || value > best.value)) best = { a, c, value };
      }
    if (best === null) break;
    const { a, c } = best;
    const joined = [...(groups[a] ?? []), ...(groups[c] ?? [])];
    groups = [...groups.filter((_, at) => at !== a && at !== c), joined];
  }
  return groups.flatMap((own, nth) =>
    own.map((at) => ({ id: texts[at]?.id ?? '', pattern: own.length === 1 ? null : `group ${nth}` })),
  );
}

function weigh(documents: readonly ReadonlyMap<string, number>[]): ReadonlyMap<string, number>[] {
  const holding = new Map<string, number>();
  for (const words of documents) for (const word of words.keys()) holding.set(word, (holding.get(word) ?? 0) + 1);
  return documents.map((words) => {
    const weights = [...words].map(
      ([word, count]) =>
        [word, (1 + Math.log(count)) * Math.log((1 + documents.length) / (1 + (holding.get(word) ?? 0)))] as const,
    );
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([word, weight]) => [word, weight / length]));
  });
}

function dot(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [word, weight] of one) sum += weight * (other.get(word) ?? 0);
  return sum;
}
