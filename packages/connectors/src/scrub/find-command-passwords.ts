import { findValueSpan, findValueSpans, type Span } from './find-value-spans.ts';
import { isStateOrPlaceholder, looksRandom } from './is-secret-value.ts';
import { anySecretNamePattern, quotePattern } from './secret-names.ts';

const value = String.raw`(?<value>(?<=")[^"\n\\]{3,200}(?=\\{0,3}")|(?<=')[^'\n\\]{3,200}(?=\\{0,3}')|(?!-)[^\s"'\x60\\;|&,]{3,500})`;
/** Matches the separator between an option and its value: a space, or a comma between arguments (`"-p", "…"`). */
const apart = String.raw`(?:${quotePattern})?[ \t,=]{1,4}(?:${quotePattern})?`;
const joined = `(?:${quotePattern})?`;

interface Command {
  readonly command: RegExp;
  readonly option: RegExp;
}

function createCommand(names: string, options: string, between: string): Command {
  return {
    command: new RegExp(String.raw`(?<![\w.-])(?:${names})(?![\w.-])`, 'u'),
    option: new RegExp(String.raw`(?<![\w-])(?:${options})${between}${value}`, 'gu'),
  };
}

/** Commands with a password as an argument. Shell scripts with `set -x` log such commands. */
const commands = [
  createCommand('mysql(?:admin|check|dump|import|show|slap)?|mariadb(?:-[a-z]{1,20})?', '-p(?!ort)', joined),
  createCommand(
    'sshpass|mongo(?:sh|dump|restore|import|export|stat)?',
    `-p(?!ort)(?:${apart})?|--password${apart}`,
    '',
  ),
  // The command `login` exists in Docker, Podman, Helm, Azure, OpenShift and others.
  createCommand('login', '-p|--password', apart),
  createCommand('(?:redis|valkey|keydb)-cli', '-a|--pass', apart),
  createCommand('sqlcmd|bcp|osql', '-P', `(?:${apart})?`),
  createCommand('ldap(?:add|compare|delete|modify|passwd|search|whoami)', '-w', apart),
  createCommand('keytool|jarsigner', '-[a-z]{0,10}(?:store|key)pass', apart),
  createCommand('openssl', '-pass(?:in|out)?', `${apart}pass:`),
  createCommand('zip|unzip', '-P', apart),
  createCommand('7za?', '-p', joined),
  createCommand('snmp(?:walk|bulkwalk|get|getnext|set|table)', '-c', apart),
];
const anyOption = /-[a-zA-Z]/u;
const piped = new RegExp(
  String.raw`(?<![\w-])(?:echo|printf)[ \t]{1,3}(?:-n[ \t]{1,3})?(?:${quotePattern})?${value}(?=(?:${quotePattern})?[ \t]{0,3}\|[^\n|]{0,200}--password-stdin)`,
  'gu',
);

const stored = new RegExp(
  String.raw`(?<![\w.-])setx[ \t]{1,3}(?:/[a-z][ \t]{1,3})?\w{0,60}?${anySecretNamePattern}[ \t]{1,3}(?:${quotePattern})?${value}`,
  'giu',
);
/** Matches a password in the configuration of Redis or of an LDAP client. */
const directive = new RegExp(
  String.raw`(?<![\w.])(?:requirepass|masterauth|(?:root)?bindpw)[ \t]{1,3}(?:${quotePattern})?${value}`,
  'giu',
);

const windows = [
  String.raw`ConvertTo-SecureString[ \t]{1,3}(?:-(?:AsPlainText|Force|String)[ \t]{1,3}){0,3}(?:${quotePattern})${value}`,
  String.raw`cmdkey(?:\.exe)?[^\n|;&]{1,200}?[ \t]/p(?:ass)?:(?:${quotePattern})?${value}`,
  String.raw`net[ \t]{1,3}use[ \t]{1,3}(?:\w:[ \t]{1,3})?\\\S{1,200}[ \t]{1,3}(?![/*])(?:${quotePattern})?${value}`,
  String.raw`net[ \t]{1,3}user[ \t]{1,3}[^\s/]{1,60}[ \t]{1,3}(?![/*])(?:${quotePattern})?${value}(?=(?:${quotePattern})?[ \t]{1,3}/)`,
].map((command) => new RegExp(String.raw`(?<![\w.-])${command}`, 'giu'));
const windowsName = /SecureString|cmdkey|net[ \t]{1,3}use/iu;

const flags = String.raw`(?:[ \t]{1,3}-\w{1,8}(?:[ \t]{1,3}\d{1,2})?)`;
const hasFlag = (flag: string) => String.raw`${flags}{0,3}[ \t]{1,3}-\w{0,6}${flag}`;
const argument = String.raw`[ \t]{1,3}[^\s-]\S{0,200}`;

/** Commands that change password files: `echo root:… | chpasswd`, `htpasswd -b file user …`. */
const accounts = [
  String.raw`(?:echo|printf)[ \t]{1,3}(?:-[a-z]{1,2}[ \t]{1,3})?(?:${quotePattern})?[\w.$\{\}-]{1,60}:${value}(?=(?:${quotePattern})?[ \t]{0,3}\|[^\n|]{0,60}chpasswd)`,
  String.raw`chpasswd[ \t]{0,3}<<<[ \t]{0,3}(?:${quotePattern})?[\w.-]{1,60}:${value}`,
  String.raw`(?:echo|printf)[ \t]{1,3}(?:-[a-z]{1,2}[ \t]{1,3})?(?:${quotePattern})?${value}(?=(?:${quotePattern})?[ \t]{0,3}\|[^\n|]{0,60}passwd[ ]--stdin)`,
  String.raw`htpasswd(?=${hasFlag('b')})(?!${hasFlag('n')})${flags}{1,4}(?:${argument}){2}[ \t]{1,3}(?:${quotePattern})?${value}`,
  String.raw`htpasswd(?=${hasFlag('b')})(?=${hasFlag('n')})${flags}{1,4}${argument}[ \t]{1,3}(?:${quotePattern})?${value}`,
].map((command) => new RegExp(String.raw`(?<![\w-])${command}`, 'gu'));

const lineEnd = /^["']?[ \t]{0,3}(?:[\r\n\\;]|$)/u;

/** How many characters before an option are searched for the command. */
const readBefore = 300;
const commandEnd = /(?<!\\)\n|[|;&]/u;
const published = /^(?:[\d.]{1,15}:)?\d{1,5}:\d{1,5}|^\d{1,2}$/u;
const variable = /^(?:\$\w*(?::\w{1,60})?$|\$[({]|%\w+%$|<|\{\{|\[secret\])/u;
/** Words that are not passwords: they follow an option in a sentence about the option. */
const prose = /^(?:and|argument|directive|flag|is|option|parameter|setting)[.!?]?$/u;

/** Finds passwords in commands: `mysql -p…`, `docker login -p …`, `echo … | docker login --password-stdin`. */
export function findCommandPasswords(text: string): Span[] {
  const isPassword = ({ start, end }: Span) => {
    const candidate = text.slice(start, end);
    return !(
      variable.test(candidate) ||
      published.test(candidate) ||
      prose.test(candidate) ||
      isStateOrPlaceholder(candidate)
    );
  };
  const directives = findValueSpans(directive, text).filter(
    ({ start, end }) => looksRandom(text.slice(start, end)) || lineEnd.test(text.slice(end, end + 6)),
  );
  const other = [
    ...[...directives, ...findValueSpans(stored, text)],
    ...(windowsName.test(text) ? windows.flatMap((pattern) => findValueSpans(pattern, text)) : []),
    ...(text.includes('passwd') ? accounts.flatMap((pattern) => findValueSpans(pattern, text)) : []),
  ];
  if (!anyOption.test(text)) return other.filter(isPassword);
  const found = commands.flatMap(({ command, option }) =>
    Array.from(text.matchAll(option)).flatMap((match) => {
      const before = text.slice(Math.max(0, match.index - readBefore), match.index);
      if (!command.test(before.split(commandEnd).at(-1) ?? '')) return [];
      return [findValueSpan(match)];
    }),
  );
  return [...other, ...found, ...findValueSpans(piped, text)].filter(isPassword);
}

/** Matches an option with a user and password: `-u a:b`, `-su a:b`, or arguments such as `"-u", "a:b"`. */
const user = new RegExp(
  String.raw`(?<![\w-])(?<option>-[A-Za-z]{0,6}[uU]|--(?:proxy-)?user)(?:(?:${quotePattern})?[ \t,=]{1,4}|(?<=-[uU]))` +
    String.raw`(?:${quotePattern})?(?<user>[^\s:"',;\\]{0,100}):(?<value>[^\s"'\x60\\]{2,500})`,
  'gu',
);
const curl = /(?<![\w-])curl(?![\w-])/u;

/** Finds passwords after `-u` of curl, and random ones after `--user` of other commands (not `--user 1000:1000`). */
export function findUserOptionPasswords(text: string): Span[] {
  return Array.from(text.matchAll(user)).flatMap((match) => {
    const { option = '', user: name = '', value = '' } = match.groups ?? {};
    const isNone = /^[$%./{<[]/u.test(value) || isStateOrPlaceholder(value) || /^\d+:\d+$/u.test(`${name}:${value}`);
    const isCurl = curl.test(text.slice(Math.max(0, match.index - readBefore), match.index));
    const mayBeGroup = !option.endsWith('user') || name === value || !looksRandom(value);
    return isNone || (!isCurl && mayBeGroup) ? [] : [findValueSpan(match)];
  });
}
