/**
 * A word counts as ordinary if at least this many texts contain it in lower case. A few texts may contain a person's
 * name in lower case too.
 */
const minTexts = 3;

/**
 * Returns the names that consist of ordinary words, such as `Connection Refused`. Such names exist because the author
 * of a commit can choose any name. A word is ordinary if enough texts contain it in lower case without the whole name.
 * @param names full names of two or more words
 */
export function findOrdinaryNames(names: readonly string[], texts: readonly string[]): Set<string> {
  const words = new Set(names.flatMap((name) => wordsOf(name.toLowerCase())));
  const textsWith = new Map<string, string[]>();
  for (const text of texts) {
    const lowered = text.toLowerCase();
    for (const word of new Set(wordsOf(text))) {
      if (!words.has(word)) continue;
      const found = textsWith.get(word);
      if (found === undefined) textsWith.set(word, [lowered]);
      else found.push(lowered);
    }
  }
  return new Set(
    names.filter((name) => {
      const whole = name.toLowerCase();
      return wordsOf(whole).every((word) => countWithout(textsWith.get(word) ?? [], whole) >= minTexts);
    }),
  );
}

function countWithout(texts: readonly string[], name: string): number {
  let count = 0;
  for (const text of texts) {
    if (!text.includes(name)) count += 1;
    if (count === minTexts) break;
  }
  return count;
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}+/gu) ?? [];
}
