import { stem } from '../stem.ts';
import { listTokens } from '../tokens.ts';

export interface WordPosition {
  /** Position of the word, counted over all sentences, with `sentenceGap` between them */
  readonly at: number;
  /** Weight of the word's sentence, in (0, 1] */
  readonly weight: number;
  /** Index of the word's sentence */
  readonly sentence: number;
}

/** Up to 30 occurrences of each word or identifier of a text. Words are in the form that `toComparableWord` returns. */
export type WordPositions = ReadonlyMap<string, readonly WordPosition[]>;

/** Distance between the last word of a sentence and the first word of the next one. */
export const sentenceGap = 20;
const maxPositions = 30;

/** Matches agent nouns, which are not stemmed because the stem of `resolver` would also match "resolved". */
const agentNoun = /^([a-z]{3,}(?:er|or))s?$/u;

/** Indexes the words of sentences, in linear time. */
export function indexWordPositions(
  sentences: Iterable<{ readonly text: string; readonly weight: number }>,
): WordPositions {
  const found = new Map<string, WordPosition[]>();
  let at = 0;
  let sentence = 0;
  for (const { text, weight } of sentences) {
    for (const { value, kind } of listTokens(text)) {
      const term = kind === 'word' ? toComparableWord(value) : value;
      const known = found.get(term);
      if (known === undefined) found.set(term, [{ at, weight, sentence }]);
      else if (known.length < maxPositions) known.push({ at, weight, sentence });
      // The tokeniser lists an identifier in addition to its words, so an identifier does not advance the position.
      if (kind === 'word') at += 1;
    }
    at += sentenceGap;
    sentence += 1;
  }
  return found;
}

/** Words that are not stemmed because another word with another meaning has the same stem: “products”, and “limit”. */
const unstemmed: ReadonlySet<string> = new Set(['production', 'limiting']);

/** Returns the form by which a lower-case word is compared with others: its stem, or the singular of an agent noun. */
export function toComparableWord(word: string): string {
  return unstemmed.has(word) ? word : (agentNoun.exec(word)?.[1] ?? stem(word));
}
