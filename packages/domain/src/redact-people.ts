/** E-mail addresses, and `@handle` where it is a mention: not inside a word, a path or a package scope such as `@acme/api`. */
const email = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu;
const mention = /(?<![\w@/`])@[a-z\d](?:[a-z\d-]{0,38})(?![\w/@-])/giu;

/**
 * Replaces people by roles, so that no text that is stored for analysis names one.
 * Known names and handles become their role wherever they stand as whole words; so does the given name alone of a
 * name of several words, where it is written with a capital. Any other e-mail address or mention becomes `someone`.
 * @param roles from a name or handle to its role, for example `{ 'Jo Doe': 'responder 1' }`
 */
export function redactPeople(text: string, roles: Readonly<Record<string, string>>): string {
  let redacted = text.replace(email, (address) => roles[address] ?? 'someone');
  const names = Object.keys(roles)
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  if (names.length > 0) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}])@?(?:${names.map(literally).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
    const byLowerCase = new Map(names.map((name) => [name.toLowerCase(), roles[name] ?? 'someone']));
    redacted = redacted.replace(pattern, (name) => byLowerCase.get(name.replace(/^@/u, '').toLowerCase()) ?? 'someone');
  }
  for (const [given, role] of givenNames(roles)) {
    redacted = redacted.replace(new RegExp(`(?<![\\p{L}\\p{N}])${literally(given)}(?![\\p{L}\\p{N}])`, 'gu'), role);
  }
  return redacted.replace(mention, 'someone');
}

/** Shorter ones are words more often than people. */
const shortestGivenName = 3;

function givenNames(roles: Readonly<Record<string, string>>): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, role] of Object.entries(roles)) {
    const first = /^(\p{Lu}[\p{L}’'-]*)\s+\p{L}/u.exec(name)?.[1];
    if (first !== undefined && first.length >= shortestGivenName && !given.has(first)) given.set(first, role);
  }
  return given;
}

function literally(literal: string): string {
  return literal.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&');
}
