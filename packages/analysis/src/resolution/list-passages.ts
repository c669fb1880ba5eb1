import { countWords, readSentences, type Sentence } from './read-sentences.ts';
import { readSigns, type Signs } from './resolution-signs.ts';

/** A sentence with its neighbours of the same section, as a quotation. */
export interface Passage {
  readonly chosen: SignedSentence;
  /** In the order of the report, with the chosen one among them. */
  readonly sentences: readonly SignedSentence[];
  readonly words: number;
}

export interface SignedSentence extends Sentence {
  readonly words: number;
  readonly signs: Signs;
}

/** How many sentences before and after the chosen one. */
const extents = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
  [2, 1],
  [3, 0],
  [3, 1],
] as const;
/** In words: more are no quotation. */
export const longestPassage = 58;

/** All passages that may state what resolved an incident. */
export function listPassages(report: string): Passage[] {
  const read = readSentences(report);
  const signs = readSigns(read);
  const sentences = read.map((sentence, at) => ({
    ...sentence,
    words: countWords(sentence.text),
    signs: signs[at] as Signs,
  }));
  return sentences.flatMap((_, at) =>
    extents.flatMap(([before, after]) => joinSentences(sentences, at, before, after)),
  );
}

/** The passage around a sentence; none where it would leave the section or the report, or be too long. */
function joinSentences(all: readonly SignedSentence[], at: number, before: number, after: number): Passage[] {
  const sentences = all.slice(Math.max(0, at - before), at + after + 1);
  const chosen = all[at] as SignedSentence;
  if (sentences.length !== before + after + 1 || sentences.some(({ section }) => section !== chosen.section)) return [];
  const words = sentences.reduce((sum, one) => sum + one.words, 0);
  return words > longestPassage ? [] : [{ chosen, sentences, words }];
}
