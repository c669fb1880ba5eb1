import { listTokens } from '../text/tokens.ts';
import { maxPhraseWordDistance, type TextIndex, toComparableWord } from './create-text-index.ts';

/** A compiled phrase: one map per word, from each accepted stem to its spelling in the guardrail library. */
export type CompiledPhrase = readonly ReadonlyMap<string, string>[];

export interface PhraseMatch {
  /** The matched words, spelt as in the guardrail library */
  readonly words: string;
  /** Weight of the sentence that contains the phrase, in (0, 1] */
  readonly weight: number;
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

/** Returns the key of a word in `TextIndex.positions`: the stem of a word, or an identifier as written. */
function keyOf(word: string): string {
  const [first] = listTokens(word);
  if (first === undefined) return word;
  return first.kind === 'word' ? toComparableWord(first.value) : first.value;
}

/** Finds a phrase in the sentence with the highest weight; null if the phrase's words do not occur near each other. */
export function findPhrase(phrase: CompiledPhrase, { positions: places }: TextIndex): PhraseMatch | null {
  // Most texts lack a word of the phrase. This check rejects them in a tenth of the time that the search below takes.
  if (!phrase.every((stems) => hasAny(stems, places))) return null;
  const [first = [], ...others] = phrase.map((stems) =>
    [...stems].flatMap(([key, word]) => (places.get(key) ?? []).map(({ at, weight }) => ({ at, weight, word }))),
  );
  let best: PhraseMatch | null = null;
  for (const { at, weight, word } of first) {
    if (best !== null && best.weight >= weight) continue;
    const used = new Set([at]);
    const words = [word];
    for (const list of others) {
      const near = list.find((other) => Math.abs(other.at - at) <= maxPhraseWordDistance && !used.has(other.at));
      if (near === undefined) break;
      used.add(near.at);
      words.push(near.word);
    }
    if (words.length === phrase.length) best = { words: words.join(' '), weight };
  }
  return best;
}

function hasAny(stems: ReadonlyMap<string, string>, places: TextIndex['positions']): boolean {
  for (const key of stems.keys()) if (places.has(key)) return true;
  return false;
}
