import type { Span } from './find-secrets.ts';

export function findValues(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), spanOfValue);
}

export function spanOfValue({ 0: match, index, groups }: RegExpExecArray): Span {
  const end = index + match.length;
  return { start: end - (groups?.value ?? '').length, end };
}

export function findWhole(pattern: RegExp, text: string): Span[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({ start: index, end: index + match.length }));
}
