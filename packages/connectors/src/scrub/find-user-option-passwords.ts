import type { Span } from './find-secrets.ts';
import { findValueSpan } from './find-value-spans.ts';
import { isStateOrPlaceholder, looksRandom } from './is-secret-value.ts';
import { quotePattern } from './secret-names.ts';

/** Matches an option with a user and password: `-u a:b`, `-su a:b`, or arguments such as `"-u", "a:b"`. */
const user = new RegExp(
  String.raw`(?<![\w-])(?<option>-[A-Za-z]{0,6}[uU]|--(?:proxy-)?user)(?:(?:${quotePattern})?[ \t,=]{1,4}|(?<=-[uU]))` +
    String.raw`(?:${quotePattern})?(?<user>[^\s:"',;\\]{0,100}):(?<value>[^\s"'\x60\\]{2,500})`,
  'gu',
);
const curl = /(?<![\w-])curl(?![\w-])/u;
const readBefore = 300;

/** Finds passwords in curl's `-u`. In other commands, a value must look random, unlike `--user 1000:1000`. */
export function findUserOptionPasswords(text: string): Span[] {
  return Array.from(text.matchAll(user)).flatMap((match) => {
    const { option = '', user: name = '', value = '' } = match.groups ?? {};
    const isNone = /^[$%./{<[]/u.test(value) || isStateOrPlaceholder(value) || /^\d+:\d+$/u.test(`${name}:${value}`);
    const isCurl = curl.test(text.slice(Math.max(0, match.index - readBefore), match.index));
    const mayBeGroup = !option.endsWith('user') || name === value || !looksRandom(value);
    return isNone || (!isCurl && mayBeGroup) ? [] : [findValueSpan(match)];
  });
}
