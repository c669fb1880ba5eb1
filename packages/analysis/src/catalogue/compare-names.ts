import { diceCoefficient } from 'dice-coefficient';
import { distance as levenshteinDistance } from 'fastest-levenshtein';
import jaroWinklerSimilarity from 'jaro-winkler';
import { createTermWeights } from '../text/tf-idf.ts';
import type { NameParts } from './name-parts.ts';

/** How two names are alike. */
export interface NameSimilarity {
  /** What they share less what they do not, in nats: the rarer the shared words, the more. */
  readonly value: number;
  /** In [0, 1]: 1 where they are the same but for spelling of separators, case and affixes. */
  readonly similarity: number;
  /** Pairs of words that fit each other, weightiest first. */
  readonly shared: readonly (readonly [string, string])[];
}

/** Words below this likeness are different words. */
const sameWord = 0.92;
/** From here on two names written as one word are one name with a slip of the pen. */
const sameWhole = 0.88;
/** What a word that only one of two names has says against them, as a part of its weight. */
const against = 0.45;
/** What the same name says beyond its words: hardly anything else bears it. */
const same = 2.5;
const minAbbreviationLength = 3;

/** Compares names by their words, each weighed by how few of the names hold it. */
export function createNameComparer(names: readonly NameParts[]): (a: NameParts, b: NameParts) => NameSimilarity | null {
  const weigh = createTermWeights(names.map(({ words }) => words));

  return (a, b) => {
    if (a.words.length === 0 || b.words.length === 0) return null;
    const weightOf = ({ words }: NameParts) => words.reduce((sum, word) => sum + weigh(word), 0);
    const whole = weightOf(a) + weightOf(b);
    const shared = matchWords(a.words, b.words)
      .map(([x, y, similarity]) => ({ x, y, weight: similarity * Math.min(weigh(x), weigh(y)) }))
      .sort((p, q) => q.weight - p.weight);
    const common = shared.reduce((sum, { weight }) => sum + weight, 0);
    const byWords = whole === 0 ? 0 : Math.min(1, (2 * common) / whole);
    const asOne = compareWhole(a.words.join(''), b.words.join(''));
    if (asOne > byWords && asOne >= sameWhole)
      return {
        value: (asOne * whole) / 2 + (asOne === 1 ? same : 0),
        similarity: asOne,
        shared: [[a.words.join(''), b.words.join('')]],
      };
    if (shared.length === 0) return null;
    return {
      value: common - against * Math.max(0, whole - 2 * common) + (byWords > 0.999 ? same : 0),
      similarity: byWords,
      shared: shared.map(({ x, y }) => [x, y] as const),
    };
  };
}

/** Each word of one name with the word of the other that fits it best, each used once. */
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

/** 1 for the same word, less for a slip of the pen and for one that is cut short (`auth`, `authentication`), else 0. */
function compareWord(a: string, b: string): number {
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < minAbbreviationLength) return 0;
  if (long.startsWith(short)) return 0.8;
  const similarity = short.length < 5 ? 0 : jaroWinklerSimilarity(a, b);
  return similarity >= sameWord ? similarity * 0.9 : 0;
}

/** The mean of three measures that err in different ways: letters in order, shared pairs of letters, edits. */
function compareWhole(a: string, b: string): number {
  if (a === b) return 1;
  if (a.startsWith(b) || b.startsWith(a)) return 0;
  const longest = Math.max(a.length, b.length);
  if (longest < 5 || Math.min(a.length, b.length) / longest < 0.6) return 0;
  // The cheapest of the three, and hardly ever the lowest.
  const inOrder = jaroWinklerSimilarity(a, b);
  if (inOrder < sameWhole) return 0;
  return (inOrder + diceCoefficient(a, b) + 1 - levenshteinDistance(a, b) / longest) / 3;
}
