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

/** A pattern for what stands in a name after the word for a secret: `DB_PASSWORD_PROD`, `password2`. Jobs are called `token-test`. */
const createSuffix = (words: readonly string[]) => String.raw`(?:[_-]?(?:\d{1,4}|${words.join('|')})){0,2}`;
const ending = createSuffix(endings);

/** Words of other languages. Some end longer words that mean something else (`resenha`), so nothing but a sign stands before these. */
const foreignWord =
  'mot de passe|contrase[ñn]a|(?<![A-Za-z])(?:has[łl]o|heslo|parola|senha|şifre|sifre)|adgangskode|jelszó|kata sandi|kennwort|' +
  'l[öo]senord|mật khẩu|passord|salasana|wachtwoord|пароль|סיסמה|パスワード|密[码碼]|口令|비밀번호';

const passwordWord = `pass(?:word|wd|phrase|code|wort)|pswd|${foreignWord}`;

/** A pattern for a name that says that its value is a secret, whatever it is joined to (`dbPassword`, `PGPASSWORD`). */
export const secretName = `(?:${passwordWord}|(?<![A-Za-z])(?:pw|psk)|secret(?:[ _-]?key(?:[ _-]?base)?)?|token|credentials?|(?:${kindOfKey})[ _-]?key)${ending}`;

/** A pattern as above that has the short names too, for forms in which they can mean nothing else. Needs the flag `i`. */
export const anySecretName = `(?:${secretName}|(?:(?<![A-Za-z])|(?<=\\\\u003c))(?:pass|pwd)${ending})`;

/** The secret of an AppRole of Vault. Other stores call the name of a secret its id, so the value has to look random. */
export const secretId = `secret_id${ending}`;

/**
 * A pattern for the short names `pass` and `pwd` in any case. They match neither as the end of another word (`compass`) nor where
 * tests say that they pass (`PASS: case-12`). An ending needs a word before `pass`: passes are counted (`pass-2`).
 */
export const shortName = String.raw`(?:[Pp](?:ass|wd)|P(?:ASS|WD))(?<=(?<![A-Za-z])[Pp]\w{2,3}|[a-z]P[a-z]{2,3})(?<!(?<![\w-])[Pp](?:ass|ASS)(?=:[ \t]{0,3}[^\s"'\\]))(?:(?<=\w(?:[Pp]ass|PASS)|[Pp]wd|PWD)${createSuffix(inAnyCase)})?`;

/** A pattern for quotes, which a text within a quoted text escapes. */
export const quotes = String.raw`\\{0,3}["']`;

/** A pattern for quotes as above and for the ticks that Markdown puts around code. */
export const quotesOrTicks = String.raw`\\{0,3}["'\x60]`;

/** A pattern for the blanks around a sign. Aligned files have many of them, and pages of a wiki have some that do not break. */
export const blanks = String.raw`[ \t\u00a0\u3000]{0,40}`;

/** A pattern for the colour of a terminal whose escape character is written out (`\x1b[36m`), or was lost when the log was copied. */
export const colour = String.raw`(?:(?:\\(?:u001[bB]|x1[bB]|033|e)|\^\[|\u001b|\u241b)?\[\d{0,3}(?:;\d{1,3}){0,4}m)`;

const passwordName = new RegExp(`^(?:${passwordWord}|p(?:wd|w|sk))${ending}$`, 'iu');

/** Whether a name means a password, or may do so by its short form (`pass`, `DB_PASS`). */
export function mayBePasswordName(name: string): boolean {
  return isPasswordName(name) || /^pass/iu.test(name);
}

/** Whether a name means a password: no sentence goes on with one, and a word may be one. */
export function isPasswordName(name: string): boolean {
  return passwordName.test(name);
}
