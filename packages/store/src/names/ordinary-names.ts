/** In how many texts a word has to be written in small letters: somebody may write a name so now and then. */
const minTexts = 3;

/**
 * Returns the names of which every word is an ordinary one, such as `Connection Refused`: whoever makes a commit chooses the name of its
 * author. A word is ordinary if at least three of the texts have it in small letters and do not have the whole name.
 * @param names full names, of two words or more
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

/** Counts the texts without the name, up to the number that is needed. */
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
