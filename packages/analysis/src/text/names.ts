/** Matches a word. The capture group makes `split` return the words too. */
const word = /([\p{L}\p{N}]+)/u;
const maxWords = 4;
const minNameLength = 3;

/**
 * Returns a function that removes names from a text in any spelling, such as `checkout-api`, `Checkout API` and
 * `checkout_api`. The time per text does not depend on the number of names.
 * @param names names of services and repositories; text in parentheses is ignored
 * @param gap the text that replaces each name
 */
export function createNameRemover(names: Iterable<string>, gap = ' '): (text: string) => string {
  const known = new Set<string>();
  for (const name of names) {
    const words = name
      .replace(/\([^()]*\)/gu, ' ')
      .split(word)
      .filter((_, at) => at % 2 === 1);
    const key = words.join('').toLowerCase();
    if (words.length <= maxWords && key.length >= minNameLength) known.add(key);
  }
  if (known.size === 0) return (text) => text;
  const beginnings = new Set([...known].map((key) => key.slice(0, minNameLength)));

  return (text) => {
    const parts = text.split(word);
    const kept: string[] = [];
    let named = 0;
    for (let at = 0; at < parts.length; ) {
      const count = at % 2 === 1 ? countNamed(parts, at, known, beginnings) : 0;
      kept.push(count === 0 ? (parts[at] as string) : gap);
      named += count;
      at += Math.max(1, 2 * count - 1);
    }
    return named === 0 ? text : kept.join('');
  };
}

/**
 * Counts the words of the longest known name that begins at a position.
 * @param parts words and the separators between them, alternately
 * @param beginnings first three letters of the known names, by which most words are rejected quickly
 */
function countNamed(
  parts: readonly string[],
  at: number,
  known: ReadonlySet<string>,
  beginnings: ReadonlySet<string>,
): number {
  let count = 0;
  let key = '';
  for (let words = 1; words <= maxWords && at + 2 * words - 2 < parts.length; words++) {
    key += (parts[at + 2 * words - 2] as string).toLowerCase();
    if (key.length >= minNameLength && !beginnings.has(key.slice(0, minNameLength))) return 0;
    if (known.has(key)) count = words;
  }
  return count;
}
