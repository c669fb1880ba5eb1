import type { Span } from './find-value-spans.ts';

const kindOfKey =
  'access|account|api|app|application|auth|encryption|hmac|license|master|private|session|shared|signing|storage|subscription';

const endings =
  'admin|confirm|confirmation|db|dev|live|local|new|old|prod|production|qa|root|stage|staging|(?<!-)test|uat|value'.split(
    '|',
  );
const inAnyCase = endings.flatMap((word) => [
  word,
  word.toUpperCase(),
  word.replace(/[a-z]/u, (first) => first.toUpperCase()),
]);

/** Returns a pattern for the end of a name: numbers and the given words, as in `password2` and `DB_PASSWORD_PROD`. */
const createSuffix = (words: readonly string[]) => String.raw`(?:[_-]?(?:\d{1,4}|${words.join('|')})){0,2}`;
const ending = createSuffix(endings);

/** Words for passwords in other languages. Some occur in longer words (`resenha`), so no letter may precede them. */
const foreignWord =
  'mot de passe|contrase[ñn]a|(?<![A-Za-z])(?:has[łl]o|heslo|parola|senha|şifre|sifre)|adgangskode|jelszó|kata sandi|kennwort|' +
  'l[öo]senord|mật khẩu|passord|salasana|wachtwoord|пароль|סיסמה|パスワード|密[码碼]|口令|비밀번호';

const passwordWord = `pass(?:word|wd|phrase|code|wort)|pswd|${foreignWord}`;

/** Pattern for names of secrets, also at the end of a longer name (`dbPassword`, `PGPASSWORD`). */
export const secretNamePattern = `(?:${passwordWord}|(?<![A-Za-z])(?:pw|psk)|secret(?:[ _-]?key(?:[ _-]?base)?)?|token|credentials?|(?:${kindOfKey})[ _-]?key)${ending}`;

/** Pattern for names of secrets, and for `pass` and `pwd` where they must mean passwords. Needs the flag `i`. */
export const anySecretNamePattern = `(?:${secretNamePattern}|(?:(?<![A-Za-z])|(?<=\\\\u003c))(?:pass|pwd)${ending})`;

/** Pattern for the name of a Vault AppRole secret. Other tools use this name for ids, so the value must look random. */
export const appRoleSecretIdPattern = `secret_id${ending}`;

/**
 * Pattern for `pass` and `pwd` in any letter case, but not in another word (`compass`) or in test output (`PASS:
 * case-12`). A suffix after `pass` requires a word before it, since `pass-2` may mean the second pass of a tool.
 */
export const passOrPwdPattern = String.raw`(?:[Pp](?:ass|wd)|P(?:ASS|WD))(?<=(?<![A-Za-z])[Pp]\w{2,3}|[a-z]P[a-z]{2,3})(?<!(?<![\w-])[Pp](?:ass|ASS)(?=:[ \t]{0,3}[^\s"'\\]))(?:(?<=\w(?:[Pp]ass|PASS)|[Pp]wd|PWD)${createSuffix(inAnyCase)})?`;

export const quotePattern = String.raw`\\{0,3}["']`;

export const quoteOrBacktickPattern = String.raw`\\{0,3}["'\x60]`;

/** Pattern for the spaces around an equals sign or colon: many in aligned files, non-breaking spaces in wikis. */
export const separatorSpacesPattern = String.raw`[ \t\u00a0\u3000]{0,40}`;

/** Pattern for a terminal colour whose escape character is spelled out (`\x1b[36m`) or was lost in copying. */
export const terminalColourPattern = String.raw`(?:(?:\\(?:u001[bB]|x1[bB]|033|e)|\^\[|\u001b|\u241b)?\[\d{0,3}(?:;\d{1,3}){0,4}m)`;

const passwordName = new RegExp(`^(?:${passwordWord}|p(?:wd|w|sk))${ending}$`, 'iu');

/** Tells whether a name means a password, or may mean one (`pass`, `DB_PASS`). */
export function mayBePasswordName(name: string): boolean {
  return isPasswordName(name) || /^pass/iu.test(name);
}

/** Tells whether a name clearly means a password, so that even a word is a secret value. */
export function isPasswordName(name: string): boolean {
  return passwordName.test(name);
}

export interface SecretName extends Span {
  readonly name: string;
}

const pattern = new RegExp(`pwd(?<![A-Za-z]pwd)|${secretNamePattern}|pass(?<![A-Za-z]pass)`, 'giu');

/** Lists the names of secrets, such as “password”, in a text. All finders share the list to save time. */
export function listSecretNames(text: string): SecretName[] {
  return Array.from(text.matchAll(pattern), ({ 0: name, index }) => ({
    name,
    start: index,
    end: index + name.length,
  }));
}

export function matchPatternAtPosition(pattern: RegExp, text: string, position: number): RegExpExecArray | null {
  pattern.lastIndex = position;
  return pattern.exec(text);
}
