import { findMostSimilar } from './find-most-similar.ts';

export interface JudgedNames {
  readonly good: readonly string[];
  readonly bad: readonly { readonly name: string }[];
}

export interface ComparedName {
  /** The most similar good name, and the most similar bad name */
  readonly good: string;
  readonly bad: string;
  readonly isLikeGood: boolean;
}

/** Compares a name with judged names. A name that is equally similar to both kinds is not like the good ones. */
export function compareName(
  name: string,
  { good, bad }: JudgedNames,
  similarityOf: (a: string, b: string) => number,
): ComparedName {
  const bestGood = findMostSimilar(name, good, similarityOf);
  const bestBad = findMostSimilar(
    name,
    bad.map((one) => one.name),
    similarityOf,
  );
  return { good: bestGood.name, bad: bestBad.name, isLikeGood: bestGood.similarity > bestBad.similarity };
}
