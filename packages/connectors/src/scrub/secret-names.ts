const kindOfKey = 'access|account|api|app|auth|encryption|license|master|private|session|shared|signing|storage';

/** A pattern for a name that says that its value is a secret, whatever it is joined to (`dbPassword`, `PGPASSWORD`). */
export const secretName = `(?:pass(?:word|wd|phrase)|secret(?:[ _-]?key(?:[ _-]?base)?)?|token|credentials?|(?:${kindOfKey})[ _-]?key)`;

/** A pattern for quotes, which a text within a quoted text escapes. */
export const quotes = String.raw`\\{0,3}["']`;
