import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js';

/** Stems are asked for again and again and cost 16 times a look-up; the memo only saves time, it is never a result. */
const memo = new Map<string, string>();
const memoLimit = 100_000;
const longestWord = 40;

/** The Porter stem of a lower-case English word; anything else comes back as it is. */
export function stem(word: string): string {
  const known = memo.get(word);
  if (known !== undefined) return known;
  const found =
    word.length > 2 && word.length <= longestWord && /^[a-z]+$/u.test(word) ? porterStemmer.stem(word) : word;
  if (memo.size >= memoLimit) memo.clear();
  memo.set(word, found);
  return found;
}
