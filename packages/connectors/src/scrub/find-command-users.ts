import type { Span } from './find-secrets.ts';
import { spanOfValue } from './find-values.ts';
import { isStateOrPlaceholder, looksRandom } from './is-secret-value.ts';
import { quotes } from './secret-names.ts';

/** The option by which a command signs in, which may stand with others (`-su`) or in a list of arguments (`"-u", "a:b"`). */
const user = new RegExp(
  String.raw`(?<![\w-])(?<option>-[A-Za-z]{0,6}[uU]|--(?:proxy-)?user)(?:(?:${quotes})?[ \t,=]{1,4}|(?<=-[uU]))` +
    String.raw`(?:${quotes})?(?<user>[^\s:"',;\\]{0,100}):(?<value>[^\s"'\x60\\]{2,500})`,
  'gu',
);
const curl = /(?<![\w-])curl(?![\w-])/u;
/** Characters in which the command is looked for. */
const readBefore = 300;

/**
 * Finds the passwords of curl's users (https://curl.se/docs/manpage.html#-u), whatever they are. Other commands give a group after
 * the colon (`docker run --user 1000:1000`): there only what looks random is a password.
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
