/** Objects in a payload that are looked at: more than any real one has, few enough that a made-up one costs little. */
const maxObjects = 20_000;
const maxNames = 1_000;
/**
 * Fields whose form whoever sends an alert or makes a deployment chooses: what is called a user there is none of the account.
 * PagerDuty's `body.details` and `cef_details` of alerts, GitHub's `payload` of deployments.
 */
const chosenBySender = new Set([
  'details',
  'custom_details',
  'cef_details',
  'body',
  'payload',
  'client_payload',
  'inputs',
]);
/** Small words within names of several languages. */
const particle = 'af|al|av|bin|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|mac|ter|van|von|y|zu';
/**
 * Two words at least: a single one is a word more often than a person, and handles are known by their `@`. Each begins with a
 * capital, so that `Deployment of` is no name: whoever makes a commit chooses the name of its author.
 */
const fullName = new RegExp(
  String.raw`^\p{Lu}[\p{L}’'.-]{0,40}(?:[ \u00A0](?:${particle}))*(?:[ \u00A0](?:d[’'])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}’'.-]{0,40}(?:[ \u00A0](?:${particle}))*){1,4}$`,
  'u',
);
const maxNameLength = 200;

export function isFullName(text: string): boolean {
  return text.length <= maxNameLength && fullName.test(text);
}

/**
 * Full names of the people whom a payload gives as people: PagerDuty's references to users, authors and committers of
 * commits, the people of an archive's row. Whoever is named in one record may stand in the prose of another. Sorted, each once,
 * at most 1,000.
 */
export function listPeople(payload: unknown): string[] {
  const names = new Set<string>();
  const open: unknown[] = [payload];
  for (let seen = 0; open.length > 0 && seen < maxObjects && names.size < maxNames; seen += 1) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, field] of Object.entries(value)) {
      if (chosenBySender.has(key)) continue;
      if (typeof field === 'object') open.push(field);
      else if (typeof field === 'string' && isPersonsName(value, key) && isFullName(field)) names.add(field);
    }
    if ('author' in value || 'committer' in value) addAuthors(value, names);
  }
  // Only an archive's row has this field at the top; deeper down somebody else may have chosen its name.
  const people = fieldOf(payload, 'people');
  for (const name of Array.isArray(people) ? people.slice(0, maxNames) : [])
    if (typeof name === 'string' && isFullName(name)) names.add(name);
  return [...names].slice(0, maxNames).sort();
}

/** `{ type: 'user_reference', summary }`, as PagerDuty refers to people. */
function isPersonsName(holder: object, key: string): boolean {
  if (key !== 'summary' && key !== 'name') return false;
  return 'type' in holder && typeof holder.type === 'string' && /^user(?:_reference)?$/u.test(holder.type);
}

/**
 * Adds authors and committers whose account GitHub knows. Everybody can choose the author's name of their own commits, and commits of
 * forks reach us too. An event names the account beside the name (`username`), the API beside the commit (`login`).
 */
function addAuthors(holder: object, names: Set<string>): void {
  for (const role of ['author', 'committer']) {
    const [account, author] = [fieldOf(holder, role), fieldOf(fieldOf(holder, 'commit'), role)];
    const name =
      typeof fieldOf(account, 'username') === 'string'
        ? fieldOf(account, 'name')
        : typeof fieldOf(account, 'login') === 'string' && fieldOf(author, 'name');
    if (typeof name === 'string' && isFullName(name)) names.add(name);
  }
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
