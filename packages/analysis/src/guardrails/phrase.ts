import { listTokens } from '../text/tokens.ts';
import { type ReadText, wordReach } from './read-text.ts';
import { termOf } from './term-of.ts';

/** A phrase of the library, ready to be looked for: for each of its words, from stem to the word as the library has it. */
export type Phrase = readonly ReadonlyMap<string, string>[];

export interface FoundPhrase {
  /** In the library's own words. */
  readonly words: string;
  /** Of the sentence that says it, in (0, 1]. */
  readonly weight: number;
}

/** `cert|certificate expired` as two sets of stems. */
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

/** As it is found in a text: identifiers whole, words by their stem. */
export function keyOf(word: string): string {
  const [first] = listTokens(word);
  if (first === undefined) return word;
  return first.kind === 'word' ? termOf(first.value) : first.value;
}

/** The phrase where it is said most plainly; null where its words do not stand near each other. */
export function findPhrase(phrase: Phrase, { places }: ReadText): FoundPhrase | null {
  // Most phrases are in no text, which is found out in a tenth of the time.
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
