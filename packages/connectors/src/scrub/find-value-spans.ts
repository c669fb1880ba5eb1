/** A range in a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function findValueSpans(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), findValueSpan);
}

export function findValueSpan({ 0: match, index, groups }: RegExpExecArray): Span {
  const end = index + match.length;
  return { start: end - (groups?.value ?? '').length, end };
}

export function findMatchSpans(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length }));
}
