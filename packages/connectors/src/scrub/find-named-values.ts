import type { Span } from './find-secrets.ts';
import { isReference, isStateOrPlaceholder } from './is-secret-value.ts';
import { quotes, secretName } from './secret-names.ts';

const name = String.raw`[\w.:-]{0,60}?(?:${secretName}|(?:(?<![A-Za-z])|(?<=\\u003c))(?:pass|pwd))`;

/** An angle bracket, as it is or escaped for HTML or JSON. */
const opens = String.raw`(?:<|&lt;|\\u003c)`;
const closes = String.raw`(?:>|&gt;|\\u003e)`;
/** An element of XML with nothing but text in it, up to its closing tag. */
const element = new RegExp(
  String.raw`${opens}${name}(?:[ \t][^<>\n]{0,300}?)?${closes}\s{0,60}(?:<!\[CDATA\[)?` +
    String.raw`(?<value>(?!${opens})[^\s<>](?:(?!${opens})[^<>\n]){2,2000}?)(?=(?:\]\]>)?\s{0,60}${opens}\\{0,3}/)`,
  'giu',
);

/**
 * An entry of a list that names its values, as containers get their environment:
 * https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
 */
const entry = String.raw`(?<![\w-])name(?:${quotes})?\s{0,5}[:=]\s{0,5}(?:${quotes})?${name}(?:${quotes})?(?:[\s,]|\\[nrt]){1,80}(?:${quotes})?value(?:${quotes})?\s{0,5}[:=]\s{0,5}`;
const quotedEntry = new RegExp(String.raw`${entry}${quotes}(?<value>[^"'\\\n]{3,4000})`, 'giu');
const plainEntry = new RegExp(String.raw`${entry}(?<value>[^\s"'\\,;{}[\]]{3,4000})`, 'giu');

/** Finds secrets that a name beside them gives away where no sign joins the two: `<password>…</password>`, `name: TOKEN`, `value: …`. */
export function findNamedValues(text: string): Span[] {
  return [element, quotedEntry, plainEntry].flatMap((pattern) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: match, index, groups }) => {
      const value = groups?.value ?? '';
      const end = index + match.length;
      return isStateOrPlaceholder(value) || isReference(value) ? [] : [{ start: end - value.length, end }];
    }),
  );
}
