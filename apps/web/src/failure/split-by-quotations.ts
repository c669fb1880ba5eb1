export interface TextPart {
  readonly text: string;
  /** The quotation that this part of the text holds; null for the text between quotations. */
  readonly quote: string | null;
}

/** A word between white space and the markup of links, lists and tables, which quotations omit. */
const word = /[^\s>|*_#-]+/gu;

/** Splits a text at the first occurrence of each quotation. White space and markup between words may differ. */
export function splitByQuotations(text: string, quotes: readonly string[]): readonly TextPart[] {
  const words = [...text.matchAll(word)];
  const found = [...new Set(quotes)]
    .flatMap((quote) => {
      const wanted = quote.match(word) ?? [];
      const start = words.findIndex((_, at) => wanted.every((one, offset) => words[at + offset]?.[0] === one));
      const [first, last] = [words[start], words[start + wanted.length - 1]];
      if (wanted.length === 0 || first === undefined || last === undefined) return [];
      return [{ quote, from: first.index, until: last.index + last[0].length }];
    })
    .toSorted((a, b) => a.from - b.from || b.until - a.until);
  const parts: TextPart[] = [];
  let at = 0;
  for (const { quote, from, until } of found) {
    if (from < at) continue;
    parts.push({ text: text.slice(at, from), quote: null }, { text: text.slice(from, until), quote });
    at = until;
  }
  return [...parts, { text: text.slice(at), quote: null }].filter((part) => part.text !== '');
}
