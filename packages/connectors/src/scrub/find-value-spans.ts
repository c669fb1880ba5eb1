/** A range in a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function findValueSpans(pattern: RegExp, text: string, isSecret = (_value: string) => true): Span[] {
  return Array.from(text.matchAll(pattern), findValueSpan).filter(({ start, end }) => isSecret(text.slice(start, end)));
}

export function findValueSpan({ 0: match, index, groups }: RegExpExecArray): Span {
  const end = index + match.length;
  return { start: end - (groups?.value ?? groups?.quotedValue ?? '').length, end };
}

export function findMatchSpans(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length }));
}
