const kindOfKey =
  'access|account|api|app|application|auth|encryption|hmac|license|master|private|session|shared|signing|storage|subscription';

/** A pattern for a name that says that its value is a secret, whatever it is joined to (`dbPassword`, `PGPASSWORD`). */
export const secretName = `(?:pass(?:word|wd|phrase)|pswd|(?<![A-Za-z])pw|secret(?:[ _-]?key(?:[ _-]?base)?)?|token|credentials?|(?:${kindOfKey})[ _-]?key)`;

/**
 * A pattern for the short names `pass` and `pwd` in any case. They match neither as the end of another word (`compass`) nor where
 * tests say that they pass (`PASS: case-12`).
 */
export const shortName = String.raw`(?:[Pp](?:ass|wd)|P(?:ASS|WD))(?<=(?<![A-Za-z])[Pp]\w{2,3}|[a-z]P[a-z]{2,3})(?<!(?<![\w-])[Pp](?:ass|ASS)(?=:[ \t]{0,3}[^\s"'\\]))`;

/** A pattern for quotes, which a text within a quoted text escapes. */
export const quotes = String.raw`\\{0,3}["']`;

/** A pattern for quotes as above and for the ticks that Markdown puts around code. */
export const quotesOrTicks = String.raw`\\{0,3}["'\x60]`;

/** A pattern for the blanks around a sign. Aligned files have many of them, and pages of a wiki have some that do not break. */
export const blanks = String.raw`[ \t\u00a0]{0,40}`;

/** A pattern for the colour of a terminal whose escape character is written out (`\x1b[36m`), or was lost when the log was copied. */
export const colour = String.raw`(?:(?:\\(?:u001[bB]|x1[bB]|033|e)|\^\[|\u001b|\u241b)?\[\d{0,3}(?:;\d{1,3}){0,4}m)`;

/** Whether a name means a password: no sentence goes on with one, and a word may be one. */
export function isPasswordName(name: string): boolean {
  return /^(?:pass(?:word|wd|phrase)|p(?:s?wd|w))$/iu.test(name);
}
