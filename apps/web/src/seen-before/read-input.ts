/** In UTF-16 units, as the API counts them. */
export const maxTextLength = 20_000;
const maxAddressLength = 2_000;

export type Question = { readonly url: string } | { readonly text: string };

/** What was pasted: the address of a page, or a text; null where there is nothing. */
export function readInput(input: string): Question | null {
  const given = input.trim();
  if (given === '') return null;
  return /^https?:\/\/\S+$/iu.test(given) && given.length <= maxAddressLength ? { url: given } : { text: given };
}

/** The beginning of a text, and no half of a character at its end. */
export function cutOff(text: string): string {
  return text
    .trim()
    .slice(0, maxTextLength)
    .replace(/[\uD800-\uDBFF]$/u, '');
}
