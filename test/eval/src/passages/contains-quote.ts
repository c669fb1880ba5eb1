const stopWords = new Set(
  'a an the of to in on at by for with and or but is are was were be been it its this that these those we our you they he she as from not no so if then than do does did has have had will would can could may since some every after up out over into'.split(
    ' ',
  ),
);
const longestRead = 60;
const minShare = 0.5;

/**
 * Returns whether a passage contains what a reader quoted: the passage's first 60 words must contain at least half of the quotation's
 * distinct words, not counting stop words. Exact matches are too strict, because quotations do not end where sentences do.
 */
export function containsQuote(passage: string, quote: string): boolean {
  const wanted = [...new Set(wordsOf(quote))].filter((word) => !stopWords.has(word));
  const held = new Set(wordsOf(passage).slice(0, longestRead));
  return wanted.length > 0 && wanted.filter((word) => held.has(word)).length >= minShare * wanted.length;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
}
