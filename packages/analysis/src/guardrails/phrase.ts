import { listTokens } from '../text/tokens.ts';
import { type ReadText, wordReach } from './read-text.ts';
import { termOf } from './term-of.ts';

/** A compiled phrase of the library: for each of its words, the accepted stems and the word as the library has it. */
export type Phrase = readonly ReadonlyMap<string, string>[];

export interface FoundPhrase {
  /** The matched words as the library has them. */
  readonly words: string;
  /** The weight of the matching sentence, in (0, 1]. */
  readonly weight: number;
}

/** Compiles a phrase: `cert|certificate expired` becomes two sets of stems. */
export function compilePhrase(written: string): Phrase {
  return written.split(' ').map((word) => {
    const stems = new Map<string, string>();
    for (const alternative of word.split('|')) {
      const key = keyOf(alternative);
      if (!stems.has(key)) stems.set(key, alternative);
    }
    return stems;
  });
}

/** Returns the form under which a word is found in a text: identifiers as they are, words by their stem. */
export function keyOf(word: string): string {
  const [first] = listTokens(word);
  if (first === undefined) return word;
  return first.kind === 'word' ? termOf(first.value) : first.value;
}

/** Finds the occurrence of a phrase with the highest weight; null if its words do not occur near each other. */
export function findPhrase(phrase: Phrase, { places }: ReadText): FoundPhrase | null {
  // This check is ten times faster, and most phrases occur in no text.
  if (!phrase.every((stems) => hasAny(stems, places))) return null;
  const [first = [], ...others] = phrase.map((stems) =>
    [...stems].flatMap(([key, word]) => (places.get(key) ?? []).map(({ at, weight }) => ({ at, weight, word }))),
  );
  let best: FoundPhrase | null = null;
  for (const { at, weight, word } of first) {
    if (best !== null && best.weight >= weight) continue;
    const used = new Set([at]);
    const words = [word];
    for (const list of others) {
      const near = list.find((other) => Math.abs(other.at - at) <= wordReach && !used.has(other.at));
      if (near === undefined) break;
      used.add(near.at);
      words.push(near.word);
    }
    if (words.length === phrase.length) best = { words: words.join(' '), weight };
  }
  return best;
}

function hasAny(stems: ReadonlyMap<string, string>, places: ReadText['places']): boolean {
  for (const key of stems.keys()) if (places.has(key)) return true;
  return false;
}
