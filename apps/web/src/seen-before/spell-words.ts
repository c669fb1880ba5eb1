/**
 * Spells words as a text does: `graph` and `ql` become `GraphQL`, because the index splits identifiers into words. An identifier
 * counts only if all its words are among the words, because the others are not shared. Lists each spelling once, and keeps a word
 * that the text does not contain.
 * @param words in lower case
 */
export function spellWords(words: readonly string[], text: string): string[] {
  const written = [...new Set(text.match(/[\p{L}\p{N}_]+/gu) ?? [])];
  const isSpelling = (one: string, word: string) => {
    const parts = listParts(one);
    return parts.includes(word) && parts.every((part) => words.includes(part));
  };
  const spelling = (word: string) =>
    written.find((one) => one.toLowerCase() === word) ?? written.find((one) => isSpelling(one, word)) ?? word;
  return [...new Set(words.map(spelling))];
}

/** Lists the words of an identifier such as `GraphQL`, `poolSize` or `pool_size` in lower case. */
function listParts(identifier: string): string[] {
  const parts = identifier.match(/\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{N}+/gu) ?? [];
  return parts.map((part) => part.toLowerCase());
}
