import { normaliseDocument } from '@refrain/analysis/evaluation';
import type { TextEmbedder } from '../seen/create-failure-searcher.ts';

/**
 * Creates a comparison of names: by meaning with a sentence model, or else by the share of their words that both have.
 * @param names all names that are compared
 */
export async function createNameSimilarity(
  names: readonly string[],
  embedder: TextEmbedder | null,
): Promise<(a: string, b: string) => number> {
  if (embedder === null) return compareWords;
  const vectors = await embedder.embed(names);
  const vectorOf = new Map(names.map((name, at) => [name, vectors[at] ?? new Int8Array()]));
  return (a, b) => computeCosine(vectorOf.get(a) ?? new Int8Array(), vectorOf.get(b) ?? new Int8Array());
}

function compareWords(a: string, b: string): number {
  const [own, other] = [a, b].map((title) => normaliseDocument({ id: '', title, text: '', occurredAt: '' }).terms) as [
    ReadonlyMap<string, number>,
    ReadonlyMap<string, number>,
  ];
  const common = [...own.keys()].filter((term) => other.has(term)).length;
  return common / Math.max(1, own.size + other.size - common);
}

function computeCosine(a: Int8Array, b: Int8Array): number {
  let [product, ofA, ofB] = [0, 0, 0];
  for (const [at, value] of a.entries()) {
    const other = b[at] ?? 0;
    product += value * other;
    ofA += value * value;
    ofB += other * other;
  }
  return product / (Math.sqrt(ofA * ofB) || 1);
}
