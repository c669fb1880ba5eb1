import type { Span } from './find-secrets.ts';
import { spanOfValue } from './find-values.ts';
import { isStateOrPlaceholder, looksRandom } from './is-secret-value.ts';
import { quotes } from './secret-names.ts';

/**
 * Matches the option with a command's user. It may be combined with others (`-su`) or be in a list of arguments (`"-u",
 * "a:b"`).
 */
const user = new RegExp(
  String.raw`(?<![\w-])(?<option>-[A-Za-z]{0,6}[uU]|--(?:proxy-)?user)(?:(?:${quotes})?[ \t,=]{1,4}|(?<=-[uU]))` +
    String.raw`(?:${quotes})?(?<user>[^\s:"',;\\]{0,100}):(?<value>[^\s"'\x60\\]{2,500})`,
  'gu',
);
const curl = /(?<![\w-])curl(?![\w-])/u;
/** The most characters before an option that are searched for the command. */
const readBefore = 300;

/**
 * Finds the passwords of curl's users (https://curl.se/docs/manpage.html#-u), whatever their form. Other commands have
 * a group after the colon (`docker run --user 1000:1000`), so there only a value that looks random counts.
 */
export function findCommandUsers(text: string): Span[] {
  return Array.from(text.matchAll(user)).flatMap((match) => {
    const { option = '', user: name = '', value = '' } = match.groups ?? {};
    const isNone = /^[$%./{<[]/u.test(value) || isStateOrPlaceholder(value) || /^\d+:\d+$/u.test(`${name}:${value}`);
    const isCurl = curl.test(text.slice(Math.max(0, match.index - readBefore), match.index));
    const mayBeGroup = !option.endsWith('user') || name === value || !looksRandom(value);
    return isNone || (!isCurl && mayBeGroup) ? [] : [spanOfValue(match)];
  });
}
