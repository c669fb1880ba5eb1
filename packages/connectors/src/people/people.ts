export type Roles = Readonly<Record<string, string>>;

interface Person {
  readonly role: string;
  readonly names: readonly (string | null | undefined)[];
}

/** Matches words that precede secrets. Replacing such a word by a role would prevent the secret from being found. */
const secretWord =
  /pass(?:word|wd|phrase)|credential|(?<!\p{L})(?:pass|pwd|pw|secrets?|tokens?|authorization|bearer|basic|(?:access|account|api|app|auth|encryption|license|master|private|session|shared|signing|storage)[ _-]?key)(?!\p{L})/iu;

function namesSomeone(name: string | null | undefined): name is string {
  if (typeof name !== 'string' || name.length < 2 || name.length > 200) return false;
  return !/\[bot\]$/iu.test(name) && !secretWord.test(name);
}

/** Limits the names per record; real records have fewer. */
const maxNames = 100;

export function mapNamesToRoles(people: readonly Person[]): Roles {
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

/** Returns the names in commit trailers such as `Signed-off-by`; the rest of the message may mention them too. */
export function listNamesInTrailers(message: string): string[] {
  const names = message.slice(0, 60_000).matchAll(trailerName);
  return [...new Set(Array.from(names, (match) => (match[1] ?? '').trim()))].slice(0, maxNames);
}

/** Match sentences in PagerDuty's timeline export that name a person, unlike `Triggered by Alertmanager.` */
const sentences = [
  /\b(?:[Tt]riggered|(?:[Uu]na|[Aa])cknowledged|[Rr]esolved|[Rr]eassigned|[Ee]scalated|[Ss]noozed|[Dd]elegated) by (\p{Lu}[\p{L}\p{M}'’.-]{0,30}(?: \p{Lu}[\p{L}\p{M}'’.-]{0,30}){0,3}) through (?:the|Slack|email|mobile|phone|SMS)\b/gu,
  /^[^\n]{0,40}\b[Nn]ote added by (\p{Lu}[^\n.]{1,60})\.[ \t]*$/gmu,
  /^[^\n]{0,40}\b[Aa]ssigned to (\p{Lu}[^\n.]{1,60})\.[ \t]*$/gmu,
];

/** Stored texts have at most this many characters. */
const readLength = 60_000;

export function listResponderNames(text: string): string[] {
  const read = text.slice(0, readLength);
  const names = sentences.flatMap((sentence) => [...read.matchAll(sentence)].map((match) => match[1]?.trim() ?? ''));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 100);
}
