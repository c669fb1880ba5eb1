/** Limits the objects that are searched in a hostile payload; real payloads have fewer. */
const maxObjects = 20_000;
const maxNames = 1_000;
/** Fields whose content the sender of an alert or deployment chooses, so a name in them need not be a person's. */
const chosenBySender = new Set([
  'details',
  'custom_details',
  'cef_details',
  'body',
  'payload',
  'client_payload',
  'inputs',
]);
const particle = 'af|al|av|bin|da|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|mac|ter|van|von|y|zu';
/** Matches two to five capitalised words, so that a phrase such as `Deployment of` cannot become a name. */
const fullName = new RegExp(
  String.raw`^\p{Lu}[\p{L}’'.-]{0,40}(?:[ \u00A0](?:${particle}))*(?:[ \u00A0](?:d[’'])?[\p{Lu}\p{Lt}\p{Lo}][\p{L}’'.-]{0,40}(?:[ \u00A0](?:${particle}))*){1,4}$`,
  'u',
);
const maxNameLength = 200;

export function isFullName(text: string): boolean {
  return text.length <= maxNameLength && fullName.test(text);
}

/** Lists the full names of people in fields of a payload, to redact them in texts of other records. At most 1,000. */
export function listNamesOfPeople(payload: unknown): string[] {
  const names = new Set<string>();
  const open: unknown[] = [payload];
  for (let visited = 0; open.length > 0 && visited < maxObjects && names.size < maxNames; visited += 1) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    for (const [key, field] of Object.entries(value)) {
      if (chosenBySender.has(key)) continue;
      if (typeof field === 'object') open.push(field);
      else if (typeof field === 'string' && isPersonsName(value, key) && isFullName(field)) names.add(field);
    }
    if ('author' in value || 'committer' in value) addAuthors(value, names);
  }
  // Archives have `people` at the top level. A nested `people` is ignored, because senders may choose nested field
  // names.
  const people = fieldOf(payload, 'people');
  for (const name of Array.isArray(people) ? people.slice(0, maxNames) : [])
    if (typeof name === 'string' && isFullName(name)) names.add(name);
  return [...names].slice(0, maxNames).sort();
}

/** Recognises PagerDuty's references to users: `{ type: 'user_reference', summary }`. */
function isPersonsName(holder: object, key: string): boolean {
  if (key !== 'summary' && key !== 'name') return false;
  return 'type' in holder && typeof holder.type === 'string' && /^user(?:_reference)?$/u.test(holder.type);
}

/** Adds authors and committers who have a GitHub account (`username` or `login`); others can have any name in Git. */
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
