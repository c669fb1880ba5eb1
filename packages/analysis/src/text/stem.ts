import { stemmer } from 'stemmer';

const memo = new Map<string, string>();
const maxMemoSize = 100_000;
const maxWordLength = 40;

/** Returns the Porter stem of a lower-case English word, and any other word unchanged. */
export function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  const found = word.length > 2 && word.length <= maxWordLength && /^[a-z]+$/u.test(word) ? stemmer(word) : word;
  if (memo.size >= maxMemoSize) memo.clear();
  memo.set(word, found);
  return found;
}
