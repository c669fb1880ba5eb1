import { listTokens } from '../tokens.ts';
import { toComparableWord, type WordPositions } from './word-positions.ts';

/** A compiled phrase: one map per word, from each accepted stem to its spelling in the library of phrases. */
export type CompiledPhrase = readonly ReadonlyMap<string, string>[];

export interface PhraseMatch {
  /** The matched words, spelt as in the library of phrases */
  readonly words: string;
  /** Weight of the sentence that contains the phrase, in (0, 1] */
  readonly weight: number;
  /** Index of that sentence */
  readonly sentence: number;
}

/** Compiles a phrase such as `cert|certificate expired`, in which `|` separates alternatives. */
export function compilePhrase(written: string): CompiledPhrase {
  return written.split(' ').map((word) => {
    const stems = new Map<string, string>();
    for (const alternative of word.split('|')) {
      const key = keyOf(alternative);
      if (!stems.has(key)) stems.set(key, alternative);
    }
    return stems;
  });
}

/** Returns the key of a word in `WordPositions`: the stem of a word, or an identifier as written. */
function keyOf(word: string): string {
  const [first] = listTokens(word);
  if (first === undefined) return word;
  return first.kind === 'word' ? toComparableWord(first.value) : first.value;
}

/** Default of the maximum distance between the first word of a phrase and each other word */
const defaultReach = 5;

/**
 * Finds a phrase in the sentence with the highest weight; null if the phrase's words do not occur near each other.
 * @param reach maximum distance between the first word and each other word, less than `sentenceGap`
 */
export function findPhrase(phrase: CompiledPhrase, positions: WordPositions, reach = defaultReach): PhraseMatch | null {
  // Most texts lack a word of the phrase. This check rejects them in a tenth of the time that the search below takes.
  if (!phrase.every((stems) => hasAny(stems, positions))) return null;
  const [first = [], ...others] = phrase.map((stems) =>
    [...stems].flatMap(([key, word]) => (positions.get(key) ?? []).map((position) => ({ ...position, word }))),
  );
  let best: PhraseMatch | null = null;
  for (const { at, weight, sentence, word } of first) {
    if (best !== null && best.weight >= weight) continue;
    const used = new Set([at]);
    const words = [word];
    for (const list of others) {
      const near = list.find((other) => Math.abs(other.at - at) <= reach && !used.has(other.at));
      if (near === undefined) break;
      used.add(near.at);
      words.push(near.word);
    }
    if (words.length === phrase.length) best = { words: words.join(' '), weight, sentence };
  }
  return best;
}

function hasAny(stems: ReadonlyMap<string, string>, positions: WordPositions): boolean {
  for (const key of stems.keys()) if (positions.has(key)) return true;
  return false;
}
