import { stem } from '../text/stem.ts';

/** Matches agent nouns, which have the stem of their verb: `resolver` would match "resolved". */
const agentNoun = /^([a-z]{3,}(?:er|or))s?$/u;

/** Returns the form in which a lower-case word is compared: the stem, or the singular of an agent noun. */
export function matchingForm(word: string): string {
  const [, name] = agentNoun.exec(word) ?? [];
  return name ?? stem(word);
}
