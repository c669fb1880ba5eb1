import { diceCoefficient } from 'dice-coefficient';
import { distance as levenshteinDistance } from 'fastest-levenshtein';
import jaroWinklerSimilarity from 'jaro-winkler';
import { createTermWeightLookup } from '../text/tf-idf.ts';
import type { NameStemsAndAffixes } from './name-stems-and-affixes.ts';

export interface NameSimilarity {
  /** Weight of the words that both names contain, minus a share of the weight of all other words. */
  readonly value: number;
  /** Similarity in [0, 1]; 1 if the names differ only in separators, case and affixes. */
  readonly similarity: number;
  /** Pairs of matching words, largest weight first. */
  readonly shared: readonly (readonly [string, string])[];
}

/** Minimum Jaro-Winkler similarity at which two words count as equal. */
const minWordSimilarity = 0.92;
/** Minimum similarity at which two names, each written as one word, count as the same name with a typo. */
const minWholeSimilarity = 0.88;
/** Each word that only one name contains reduces `value` by this share of the word's weight. */
const mismatchFactor = 0.45;
const equalNameBonus = 2.5;
const minAbbreviationLength = 3;

/**
 * Creates a function that compares two names by their words, weighted by inverse document frequency. The function
 * returns null if the names share no word.
 */
export function createNameComparer(
  names: readonly NameStemsAndAffixes[],
): (a: NameStemsAndAffixes, b: NameStemsAndAffixes) => NameSimilarity | null {
  const weigh = createTermWeightLookup(names.map(({ words }) => words));

  return (a, b) => {
    if (a.words.length === 0 || b.words.length === 0) return null;
    const weightOf = ({ words }: NameStemsAndAffixes) => words.reduce((sum, word) => sum + weigh(word), 0);
    const totalWeight = weightOf(a) + weightOf(b);
    const shared = matchWords(a.words, b.words)
      .map(([x, y, similarity]) => ({ x, y, weight: similarity * Math.min(weigh(x), weigh(y)) }))
      .sort((p, q) => q.weight - p.weight);
    const common = shared.reduce((sum, { weight }) => sum + weight, 0);
    const byWords = totalWeight === 0 ? 0 : Math.min(1, (2 * common) / totalWeight);
    const asOne = compareWhole(a.words.join(''), b.words.join(''));
    if (asOne > byWords && asOne >= minWholeSimilarity)
      return {
        value: (asOne * totalWeight) / 2 + (asOne === 1 ? equalNameBonus : 0),
        similarity: asOne,
        shared: [[a.words.join(''), b.words.join('')]],
      };
    if (shared.length === 0) return null;
    return {
      value: common - mismatchFactor * Math.max(0, totalWeight - 2 * common) + (byWords > 0.999 ? equalNameBonus : 0),
      similarity: byWords,
      shared: shared.map(({ x, y }) => [x, y] as const),
    };
  };
}

/** Pairs the words of two names by similarity, each word at most once. */
function matchWords(a: readonly string[], b: readonly string[]): (readonly [string, string, number])[] {
  const pairs = a.flatMap((x) => b.map((y) => [x, y, compareWord(x, y)] as const)).filter(([, , like]) => like > 0);
  const used = { a: new Set<string>(), b: new Set<string>() };
  return pairs
    .sort((p, q) => q[2] - p[2])
    .filter(([x, y]) => {
      if (used.a.has(x) || used.b.has(y)) return false;
      used.a.add(x);
      used.b.add(y);
      return true;
    });
}

/** Returns 1 for equal words, less for a typo or an abbreviation such as `auth` for `authentication`, or else 0. */
function compareWord(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < minAbbreviationLength) return 0;
  if (long.startsWith(short)) return 0.8;
  const similarity = short.length < 5 ? 0 : jaroWinklerSimilarity(a, b);
  return similarity >= minWordSimilarity ? similarity * 0.9 : 0;
}

/** Returns the mean of three similarities: Jaro-Winkler, Dice's coefficient of letter pairs, and edit distance. */
function compareWhole(a: string, b: string): number {
  if (a === b) return 1;
  if (a.startsWith(b) || b.startsWith(a)) return 0;
  const longest = Math.max(a.length, b.length);
  if (longest < 5 || Math.min(a.length, b.length) / longest < 0.6) return 0;
  // Jaro-Winkler, the fastest of the three measures, is hardly ever the lowest. If it is too low, the others are not computed.
  const inOrder = jaroWinklerSimilarity(a, b);
  if (inOrder < minWholeSimilarity) return 0;
  return (inOrder + diceCoefficient(a, b) + 1 - levenshteinDistance(a, b) / longest) / 3;
}
