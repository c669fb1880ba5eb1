/** Maps a name or handle to the role that replaces it in every text. */
export type Roles = Readonly<Record<string, string>>;

interface Person {
  readonly role: string;
  /** Names, handles and addresses of one person, where known. */
  readonly names: readonly (string | null | undefined)[];
}

/**
 * Matches words by which secrets are found in a text. Replacing such a word with a role would hide the secret from the
 * search.
 */
const secretWord =
  /pass(?:word|wd|phrase)|credential|(?<!\p{L})(?:pass|pwd|pw|secrets?|tokens?|authorization|bearer|basic|(?:access|account|api|app|auth|encryption|license|master|private|session|shared|signing|storage)[ _-]?key)(?!\p{L})/iu;

/** Ignores robots and names of one letter, which identify nobody and would remove words from the text. */
function namesSomeone(name: string | null | undefined): name is string {
  if (typeof name !== 'string' || name.length < 2 || name.length > 200) return false;
  return !/\[bot\]$/iu.test(name) && !secretWord.test(name);
}

/**
 * The most names that one record may hide: more than any real record has, few enough that a hostile one costs nothing.
 */
const maxNames = 100;

/** Assigns roles to the people of one record, at most 100 names. A person with two roles keeps the first. */
export function rolesOf(people: readonly Person[]): Roles {
  const roles = new Map<string, string>();
  for (const { role, names } of people) {
    for (const name of names) {
      if (roles.size === maxNames) return Object.fromEntries(roles);
      if (namesSomeone(name) && !roles.has(name)) roles.set(name, role);
    }
  }
  return Object.fromEntries(roles);
}

const trailerName =
  /^[ \t]{0,8}(?:co-authored-by|signed-off-by|reviewed-by|acked-by|tested-by|reported-by|helped-by|suggested-by|cc):[ \t]{0,8}([^<\n]{2,100})/gimu;

/**
 * Returns the names in the trailers of a commit message. The trailers are dropped, but the prose may contain the names
 * too.
 */
export function trailerNames(message: string): string[] {
  const names = message.slice(0, 60_000).matchAll(trailerName);
  return [...new Set(Array.from(names, (match) => (match[1] ?? '').trim()))].slice(0, maxNames);
}
