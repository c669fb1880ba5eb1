import type { Span } from './find-secrets.ts';
import { findValues, spanOfValue } from './find-values.ts';
import { isStateOrPlaceholder, looksRandom } from './is-secret-value.ts';
import { anySecretName, quotes } from './secret-names.ts';

/** The value of an option, quoted or not. */
const value = String.raw`(?<value>(?<=")[^"\n\\]{3,200}(?=\\{0,3}")|(?<=')[^'\n\\]{3,200}(?=\\{0,3}')|(?!-)[^\s"'\x60\\;|&,]{3,500})`;
/** Between an option and its value: a blank, or what joins the arguments of a list (`"-p", "…"`). */
const apart = String.raw`(?:${quotes})?[ \t,=]{1,4}(?:${quotes})?`;
const joined = `(?:${quotes})?`;

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

/** Commands that take a password as an argument, which `set -x` prints. */
const commands = [
  createCommand('mysql(?:admin|check|dump|import|show|slap)?|mariadb(?:-[a-z]{1,20})?', '-p(?!ort)', joined),
  createCommand(
    'sshpass|mongo(?:sh|dump|restore|import|export|stat)?',
    `-p(?!ort)(?:${apart})?|--password${apart}`,
    '',
  ),
  // Docker, Podman, Helm, Azure, OpenShift and others have this command.
  createCommand('login', '-p|--password', apart),
  createCommand('(?:redis|valkey|keydb)-cli', '-a|--pass', apart),
  createCommand('sqlcmd|bcp|osql', '-P', `(?:${apart})?`),
  createCommand('ldap(?:add|compare|delete|modify|passwd|search|whoami)', '-w', apart),
  createCommand('keytool|jarsigner', '-[a-z]{0,10}(?:store|key)pass', apart),
  createCommand('openssl', '-pass(?:in|out)?', `${apart}pass:`),
  createCommand('zip|unzip', '-P', apart),
  createCommand('7za?', '-p', joined),
];
const anyOption = /-[a-zA-Z]/u;
const piped = new RegExp(
  String.raw`(?<![\w-])(?:echo|printf)[ \t]{1,3}(?:-n[ \t]{1,3})?(?:${quotes})?${value}(?=(?:${quotes})?[ \t]{0,3}\|[^\n|]{0,200}--password-stdin)`,
  'gu',
);

/** The variable that `setx` of Windows stores. */
const stored = new RegExp(
  String.raw`(?<![\w.-])setx[ \t]{1,3}(?:/[a-z][ \t]{1,3})?\w{0,60}?${anySecretName}[ \t]{1,3}(?:${quotes})?${value}`,
  'giu',
);
/** A directive of Redis, in its file or after `CONFIG SET`. */
const directive = new RegExp(String.raw`(?<![\w.])(?:requirepass|masterauth)[ \t]{1,3}(?:${quotes})?${value}`, 'giu');
const lineEnd = /^["']?[ \t]{0,3}(?:[\r\n\\;]|$)/u;

/** Characters in which the command of an option is looked for. */
const readBefore = 300;
/** Ends a command, unless the line goes on. */
const commandEnd = /(?<!\\)\n|[|;&]/u;
const published = /^(?:[\d.]{1,15}:)?\d{1,5}:\d{1,5}|^\d{1,2}$/u;
const variable = /^(?:\$\w*$|\$[({]|%\w+%$|<|\{\{|\[secret\])/u;
/** Words with which a sentence about an option goes on. */
const prose = /^(?:and|argument|directive|flag|is|option|parameter|setting)[.!?]?$/u;

/** Finds the passwords in commands, whatever they are: `mysql -p…`, `docker login -p …`, `echo … | docker login --password-stdin`. */
export function findCommandPasswords(text: string): Span[] {
  const isPassword = ({ start, end }: Span) => {
    const given = text.slice(start, end);
    return !(variable.test(given) || published.test(given) || prose.test(given) || isStateOrPlaceholder(given));
  };
  const directives = findValues(directive, text).filter(
    ({ start, end }) => looksRandom(text.slice(start, end)) || lineEnd.test(text.slice(end, end + 6)),
  );
  const other = [...directives, ...findValues(stored, text)];
  if (!anyOption.test(text)) return other.filter(isPassword);
  const found = commands.flatMap(({ command, option }) =>
    Array.from(text.matchAll(option)).flatMap((match) => {
      const before = text.slice(Math.max(0, match.index - readBefore), match.index);
      if (!command.test(before.split(commandEnd).at(-1) ?? '')) return [];
      return [spanOfValue(match)];
    }),
  );
  return [...other, ...found, ...findValues(piped, text)].filter(isPassword);
}
