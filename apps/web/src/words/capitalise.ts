/** With a capital, as the beginning of a sentence. */
export function capitalise(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
