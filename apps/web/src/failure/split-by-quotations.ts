export interface TextPart {
  readonly text: string;
  /** The quotation that this part of the text holds; null for the text between quotations. */
  readonly quote: string | null;
}

/** The markup of links, lists and tables, which quotations omit. */
const between = String.raw`[\s>|*_#-]+`;

/** Splits a text at the first occurrence of each quotation. White space and markup between words may differ. */
export function splitByQuotations(text: string, quotes: readonly string[]): readonly TextPart[] {
  const found = [...new Set(quotes)]
    .flatMap((quote) => {
      const match = createPattern(quote)?.exec(text);
      return match ? [{ quote, from: match.index, until: match.index + match[0].length }] : [];
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

function createPattern(quote: string): RegExp | null {
  const words = quote.split(/[\s>|*_#-]+/u).filter((word) => word !== '');
  if (words.length === 0) return null;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')).join(between), 'u');
}
