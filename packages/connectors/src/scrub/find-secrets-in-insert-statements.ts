import type { Span } from './find-value-spans.ts';
import { isStateOrPlaceholder } from './is-secret-value.ts';
import { anySecretNamePattern, quotePattern } from './secret-names.ts';

const insert =
  /\b(?:insert|replace)\s{1,5}(?:ignore\s{1,5})?into\s{1,5}[^\s()]{1,200}\s{0,5}\((?<columns>[^()]{1,2000})\)\s{0,5}values(?=\s{0,5}\()/giu;
const hasValues = /VALUES|[Vv]alues/u;
const secretColumn = new RegExp(String.raw`${anySecretNamePattern}(?:_?hash)?["'\x60\]\\\s]{0,10}(?:,|$)`, 'iu');
/** Matches a token in a list of values: a string, whose end a log may have cut off, or another token. */
const token = new RegExp(
  String.raw`\s{0,40}(?:(?<quote>${quotePattern})(?<value>(?:(?!\k<quote>)(?:[^\n\u0000\\]|\\[^\n\u0000])){0,500})(?:\k<quote>|$)|(?<sign>[(),])|[\w.$?:+-]{1,100})`,
  'guy',
);
const maxListLength = 10_000;

/** Finds all strings in `INSERT` statements with a secret column: in a truncated list, any string may be the secret. */
export function findSecretsInInsertStatements(text: string): Span[] {
  if (!hasValues.test(text)) return [];
  const spans: Span[] = [];
  let readTo = 0;
  for (const { 0: match, index, groups } of text.matchAll(insert)) {
    if (index < readTo || !secretColumn.test(groups?.columns ?? '')) continue;
    const list = readList(text, index + match.length);
    readTo = list.end;
    spans.push(...list.strings);
  }
  return spans;
}

function readList(text: string, start: number): { readonly strings: readonly Span[]; readonly end: number } {
  const strings: Span[] = [];
  let depth = 0;
  let end = start;
  for (const { 0: found, index, groups } of text.slice(start, start + maxListLength).matchAll(token)) {
    const { quote, value = '', sign } = groups ?? {};
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth === 0 && sign !== ')' && sign !== ',') break;
    end = start + index + found.length;
    if (quote === undefined || value === '' || isStateOrPlaceholder(value)) continue;
    const valueStart = start + index + found.indexOf(quote) + quote.length;
    strings.push({ start: valueStart, end: valueStart + value.length });
  }
  return { strings, end };
}
