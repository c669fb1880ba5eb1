/** Maximum length of a searched text in the API, in UTF-16 code units. */
export const maxSearchedTextLength = 20_000;
const maxAddressLength = 2_000;

export type SearchQuestion = { readonly url: string } | { readonly text: string };

export function parseSearchQuestion(input: string): SearchQuestion | null {
  const trimmed = input.trim();
  if (trimmed === '') return null;
  return /^https?:\/\/\S+$/iu.test(trimmed) && trimmed.length <= maxAddressLength
    ? { url: trimmed }
    : { text: trimmed };
}

/** Shortens a text to the maximum length without splitting a surrogate pair. */
export function shortenToMaxTextLength(text: string): string {
  return text
    .trim()
    .slice(0, maxSearchedTextLength)
    .replace(/[\uD800-\uDBFF]$/u, '');
}
