const word = /[\p{L}\p{N}]+/gu;
const mostWords = 4;
const shortestName = 3;

/**
 * Takes names out of a text, however they are written: `checkout-api`, `Checkout API` and `checkout_api` are one name.
 * Linear in the text, whatever the number of names.
 * @param names of services and repositories; what stands in parentheses is no part of a name
 * @param gap what stands in a name's place
 */
export function createNameRemover(names: Iterable<string>, gap = ' '): (text: string) => string {
  const known = new Set<string>();
  for (const name of names) {
    const words = name.replace(/\([^()]*\)/gu, ' ').match(word) ?? [];
    const key = words.join('').toLowerCase();
    if (words.length <= mostWords && key.length >= shortestName) known.add(key);
  }
  if (known.size === 0) return (text) => text;
  const beginnings = new Set([...known].map((key) => key.slice(0, shortestName)));

  return (text) => {
    const words = [...text.matchAll(word)];
    const kept: string[] = [];
    let from = 0;
    for (let at = 0; at < words.length; ) {
      const count = mayBegin(words, at, beginnings) ? countNamed(words, at, known) : 0;
      if (count === 0) {
        at += 1;
        continue;
      }
      const first = words[at] as RegExpExecArray;
      const last = words[at + count - 1] as RegExpExecArray;
      kept.push(text.slice(from, first.index));
      from = last.index + last[0].length;
      at += count;
    }
    kept.push(text.slice(from));
    return kept.join(gap);
  };
}

/** Whether a name may begin at a word: told by its first letters, where the word has so many. */
function mayBegin(words: readonly RegExpExecArray[], at: number, beginnings: ReadonlySet<string>): boolean {
  const [first] = words[at] as RegExpExecArray;
  return first.length < shortestName || beginnings.has(first.slice(0, shortestName).toLowerCase());
}

/** How many words from a position on are a name, the longest; 0 where none begins there. */
function countNamed(words: readonly RegExpExecArray[], at: number, known: ReadonlySet<string>): number {
  for (let count = Math.min(mostWords, words.length - at); count > 0; count--) {
    const key = words
      .slice(at, at + count)
      .map(([one]) => one)
      .join('');
    if (known.has(key.toLowerCase())) return count;
  }
  return 0;
}
