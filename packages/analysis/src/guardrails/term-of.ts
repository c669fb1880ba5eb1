import { stem } from '../text/stem.ts';

/**
 * Matches agent nouns, whose stem equals that of the verb: `resolver` would match "resolved", `provider` "provided".
 */
const agentNoun = /^([a-z]{3,}(?:er|or))s?$/u;

/** Returns the form of a lower-case word for matching: its stem, or the word itself for an agent noun. */
export function termOf(word: string): string {
  const [, name] = agentNoun.exec(word) ?? [];
  return name ?? stem(word);
}
