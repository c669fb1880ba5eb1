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

/**
 * Returns a pattern for the part of a name after the word for a secret: `DB_PASSWORD_PROD`, `password2`. Other words
 * are excluded, since jobs have names such as `token-test`.
 */
const createSuffix = (words: readonly string[]) => String.raw`(?:[_-]?(?:\d{1,4}|${words.join('|')})){0,2}`;
const ending = createSuffix(endings);

/**
 * Words of other languages. Some also end longer words with another meaning (`resenha`), so these need a sign or
 * nothing before them.
 */
const foreignWord =
  'mot de passe|contrase[ñn]a|(?<![A-Za-z])(?:has[łl]o|heslo|parola|senha|şifre|sifre)|adgangskode|jelszó|kata sandi|kennwort|' +
  'l[öo]senord|mật khẩu|passord|salasana|wachtwoord|пароль|סיסמה|パスワード|密[码碼]|口令|비밀번호';

const passwordWord = `pass(?:word|wd|phrase|code|wort)|pswd|${foreignWord}`;

/** A pattern for a name whose value is a secret, whatever it is joined to (`dbPassword`, `PGPASSWORD`). */
export const secretName = `(?:${passwordWord}|(?<![A-Za-z])(?:pw|psk)|secret(?:[ _-]?key(?:[ _-]?base)?)?|token|credentials?|(?:${kindOfKey})[ _-]?key)${ending}`;

/** `secretName` extended by the short names, for forms in which they are unambiguous. Needs the flag `i`. */
export const anySecretName = `(?:${secretName}|(?:(?<![A-Za-z])|(?<=\\\\u003c))(?:pass|pwd)${ending})`;

/**
 * A pattern for the secret of a Vault AppRole. Other stores use this name for the id of a secret, so the value must
 * look random.
 */
export const secretId = `secret_id${ending}`;

/**
 * A pattern for the short names `pass` and `pwd` in any case. They match neither as the end of another word (`compass`)
 * nor in test output (`PASS: case-12`). A suffix needs a word before `pass`, since passes are numbered (`pass-2`).
 */
export const shortName = String.raw`(?:[Pp](?:ass|wd)|P(?:ASS|WD))(?<=(?<![A-Za-z])[Pp]\w{2,3}|[a-z]P[a-z]{2,3})(?<!(?<![\w-])[Pp](?:ass|ASS)(?=:[ \t]{0,3}[^\s"'\\]))(?:(?<=\w(?:[Pp]ass|PASS)|[Pp]wd|PWD)${createSuffix(inAnyCase)})?`;

/** A pattern for quotes, with the escapes of a nested text. */
export const quotes = String.raw`\\{0,3}["']`;

/** `quotes` extended by the backticks of Markdown. */
export const quotesOrTicks = String.raw`\\{0,3}["'\x60]`;

/** A pattern for the blanks around a sign. Aligned files have many of them, and wiki pages have non-breaking ones. */
export const blanks = String.raw`[ \t\u00a0\u3000]{0,40}`;

/**
 * A pattern for a terminal colour whose escape character is written out (`\x1b[36m`), or was lost when the log was
 * copied.
 */
export const colour = String.raw`(?:(?:\\(?:u001[bB]|x1[bB]|033|e)|\^\[|\u001b|\u241b)?\[\d{0,3}(?:;\d{1,3}){0,4}m)`;

const passwordName = new RegExp(`^(?:${passwordWord}|p(?:wd|w|sk))${ending}$`, 'iu');

/** Tells whether a name means a password, or may do so by its short form (`pass`, `DB_PASS`). */
export function mayBePasswordName(name: string): boolean {
  return isPasswordName(name) || /^pass/iu.test(name);
}

/** Tells whether a name means a password. No sentence continues with one, and its value may be a word. */
export function isPasswordName(name: string): boolean {
  return passwordName.test(name);
}
