import { stem } from '../text/stem.ts';

/** Matches agent nouns, which are not stemmed because the stem of `resolver` would also match "resolved". */
const agentNoun = /^([a-z]{3,}(?:er|or))s?$/u;

/** Returns the form by which a lower-case word is compared with others: its stem, or the singular of an agent noun. */
export function toComparableWord(word: string): string {
  const [, name] = agentNoun.exec(word) ?? [];
  return name ?? stem(word);
}
