/** The API accepts at most this number of different words in a search. */
const maxWords = 8;

/** Keeps the first words of a text that the API accepts in one search, so that a whole name can be pasted. */
export function shortenQuery(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const distinct = new Set(words.map((word) => word.toLowerCase()));
  return distinct.size <= maxWords ? text.trim() : [...new Set(words)].slice(0, maxWords).join(' ');
}
