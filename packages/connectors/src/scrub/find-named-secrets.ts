import { findValueSpans, type Span } from './find-value-spans.ts';
import { isPasswordMessage, isSecretReference, isStateOrPlaceholder } from './is-secret-value.ts';
import { anySecretNamePattern, quotePattern } from './secret-names.ts';

const name = String.raw`[\w.:-]{0,60}?${anySecretNamePattern}`;

const opens = String.raw`(?:<|&lt;|\\u003c)`;
const closes = String.raw`(?:>|&gt;|\\u003e)`;
/** Matches the text of an XML element without child elements. */
const content =
  String.raw`${closes}\s{0,60}(?:<!\[CDATA\[)?` +
  String.raw`(?<value>(?!${opens})[^\s<>](?:(?!${opens})[^<>\n]){2,2000}?)(?=(?:\]\]>)?\s{0,60}${opens}\\{0,3}/)`;
const element = new RegExp(String.raw`${opens}${name}(?:[ \t][^<>\n]{0,300}?)?${content}`, 'giu');
/** Matches `<property name="password">…`, optionally with a nested `<value>`, but no `<label>` and the like. */
const property = new RegExp(
  String.raw`${opens}(?!(?:a|button|label|option|string)[ \t])[\w.:-]{1,60}[ \t](?:[^<>\n]{0,100}?[ \t])?` +
    String.raw`(?:name|key)=${quotePattern}${name}${quotePattern}(?:[ \t][^<>\n]{0,100}?)?(?:${closes}\s{0,60}${opens}value)?${content}`,
  'giu',
);
/** Matches `<add value="…" key="password"/>`. */
const valueFirst = new RegExp(
  String.raw`(?<![\w-])value=${quotePattern}(?<value>[^"'\\\n<>]{3,500})(?=${quotePattern}[ \t]{1,3}(?:name|key)=${quotePattern}${name}${quotePattern})`,
  'giu',
);

/**
 * Matches an entry in a list of names and values, such as a container's environment
 * (https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/) or settings (`<add
 * key= value=`).
 */
const entry = String.raw`(?<![\w-])(?:name|key)(?:${quotePattern})?\s{0,5}[:=]\s{0,5}(?:${quotePattern})?${name}(?:${quotePattern})?(?:[\s,]|\\[nrt]){1,80}(?:${quotePattern})?value(?:${quotePattern})?\s{0,5}[:=]\s{0,5}`;
const quotedEntry = new RegExp(String.raw`${entry}${quotePattern}(?<value>[^"'\\\n]{3,4000})`, 'giu');
const plainEntry = new RegExp(String.raw`${entry}(?<value>[^\s"'\\,;{}[\]]{3,4000})`, 'giu');

/** Matches the new value in a Terraform plan: `password = "…" -> "…"`. */
const changed = new RegExp(
  String.raw`${anySecretNamePattern}(?:${quotePattern})?[ \t]{0,40}[:=][ \t]{0,3}(?:${quotePattern}[^"'\n\\]{0,500}${quotePattern}|null)[ \t]{1,3}->[ \t]{1,3}` +
    String.raw`${quotePattern}(?<value>[^"'\n\\]{3,500})(?=${quotePattern})`,
  'giu',
);
/** Matches the output of PHP's `var_dump`: `["password"]=> string(9) "…"`. */
const dumped = new RegExp(
  String.raw`${anySecretNamePattern}${quotePattern}\]=>(?:\s|\\n){1,20}string\(\d{1,5}\)[ ]${quotePattern}(?<value>[^"'\n\\]{3,500})`,
  'giu',
);

const sqlValue = String.raw`\s{0,5}\(?\s{0,5}(?:${quotePattern})(?<value>[^"'\n\u0000]{3,500})(?=["'])`;
/**
 * Matches SQL that sets a user's password: `IDENTIFIED BY '…'`, `WITH PASSWORD '…'`, `ALTER ROLE app PASSWORD '…'`. In
 * lower case, a user name must precede, since prose may contain `identified as '…'`.
 */
const statement = new RegExp(
  String.raw`\b(?:user\s{1,5}\S{1,100}\s{1,5}identified\s{1,5}(?:with\s{1,5}[\w"'\x60]{1,40}\s{1,5})?(?:by|as)|with\s{1,5}(?:encrypted\s{1,5})?password)${sqlValue}`,
  'giu',
);
const clause = new RegExp(
  String.raw`\b(?:IDENTIFIED\s{1,5}(?:WITH\s{1,5}[\w"'\x60]{1,40}\s{1,5})?(?:BY|AS)|PASSWORD)${sqlValue}`,
  'gu',
);

/** Matches an entry of `.netrc` (https://everything.curl.dev/usingcurl/netrc.html). */
const netrc =
  /\b(?:machine\s{1,5}\S{1,100}|default)\s{1,5}login\s{1,5}\S{1,100}\s{1,5}password\s{1,5}(?<value>\S{3,200})/gu;

export function findNamedSecrets(text: string): Span[] {
  const isSecret = ({ start, end }: Span) => {
    const value = text.slice(start, end);
    return !(isStateOrPlaceholder(value) || isSecretReference(value));
  };
  const named = [element, quotedEntry, plainEntry].flatMap((pattern) => findValueSpans(pattern, text));
  const printed = text.includes(']=>') ? findValueSpans(dumped, text) : [];
  const planned = text.includes('->') ? findValueSpans(changed, text) : [];
  const settings = [property, valueFirst].flatMap((pattern) => findValueSpans(pattern, text));
  const inSql = [statement, clause].flatMap((pattern) => findValueSpans(pattern, text));
  return [
    ...named,
    ...printed,
    ...findValueSpans(netrc, text),
    ...[...inSql, ...planned, ...settings].filter(({ start, end }) => !isPasswordMessage(text.slice(start, end))),
  ].filter(isSecret);
}
