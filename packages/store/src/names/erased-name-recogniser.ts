import { createHmac } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

export type ErasedNameKind = 'repository' | 'repository_id' | 'person';

/** The keyed hash of an erased name, which reveals nothing about the name. */
export interface ErasedNameHash {
  readonly kind: ErasedNameKind;
  /** The first 128 bits of the name's HMAC-SHA256, in hexadecimal. */
  readonly hash: string;
  /** The number of words in a person's name; 1 for repositories. */
  readonly words: number;
  /** The first 16 bits of the HMAC of the first word, which rule out most positions in a text with one lookup. */
  readonly first: string;
}

export interface ErasedNameRecogniser {
  readonly isEmpty: boolean;
  /** @param id the repository's permanent id at the provider, which stays the same after a rename */
  isRepository(name: string, id?: string): boolean;
  isPerson(name: string): boolean;
  /** Redacts the names of erased people and repositories in a text. */
  redact(text: string): string;
  /** Redacts every text in a JSON value, including field names. */
  redactValue<T>(value: T): T;
  /** Works like `redactValue`, but yields to the event loop, because a text of 24 MB takes several seconds. */
  redactInSlices<T>(value: T): Promise<T>;
}

const personPlaceholder = 'someone';
/**
 * Contains brackets, which no repository name contains, so a URL that contains this placeholder cannot lead to any
 * repository.
 */
export const erasedRepositoryPlaceholder = '[erased]';
/** Number of words, slashes and values that are examined before the event loop gets a turn: about 20 ms. */
const stepsPerSlice = 20_000;
/** Maximum number of cached lookups. The cache helps because the same names occur again and again. */
const maxCached = 100_000;

const word = /[\p{L}\p{N}]+/gu;
/** The separator between two words of a name: `Ann Archer`, `ann.archer`, `Archer, Ann`. */
const withinName = /^[^\p{L}\p{N}\n]{1,2}$/u;
/** The slash in a repository's name: plain, in JSON within a text, or encoded in the query of a URL. */
const slashes = /\\?\/|%2f/giu;
const maxNameLength = 100;

/**
 * Tests for an ASCII letter or digit, `-`, `.` or `_`. Returns false for NaN, the character code after the end of a
 * text.
 */
function isNamePart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 45 && code <= 57 && code !== 47) ||
    code === 95
  );
}

export function createErasedNameHash(secret: Buffer, kind: ErasedNameKind, name: string): ErasedNameHash {
  const words = kind === 'person' ? wordsOf(name) : [name.toLowerCase()];
  return {
    kind,
    hash: hashOf(secret, kind, words.join(' ')),
    words: words.length,
    first: firstOf(secret, words[0] ?? ''),
  };
}

function hashOf(secret: Buffer, kind: ErasedNameKind, normalised: string): string {
  return createHmac('sha256', secret).update(`${kind}\n${normalised}`).digest('hex').slice(0, 32);
}

function firstOf(secret: Buffer, word: string): string {
  return hashOf(secret, 'person', `first ${word}`).slice(0, 4);
}

function wordsOf(name: string): string[] {
  return (name.normalize('NFC').match(word) ?? []).map((one) => one.toLowerCase());
}

export function createErasedNameRecogniser(secret: Buffer, marks: readonly ErasedNameHash[]): ErasedNameRecogniser {
  const hashes = new Set(marks.map(({ kind, hash }) => `${kind}/${hash}`));
  const isMarkedAs = (kind: ErasedNameKind) => cached((name) => hashes.has(`${kind}/${hashOf(secret, kind, name)}`));
  const isRepository = isMarkedAs('repository');
  const isRepositoryId = isMarkedAs('repository_id');
  const isPerson = isMarkedAs('person');
  const lengths = [...new Set(marks.filter(({ kind }) => kind === 'person').map(({ words }) => words))].sort(
    (a, b) => b - a,
  );
  const firsts = new Set(marks.filter(({ kind }) => kind === 'person').map(({ first }) => first));
  const isFirst = cached((word) => firsts.has(firstOf(secret, word)));

  let steps = 0;
  /** Counts one step of work. Returns true if the event loop should now get a turn. */
  function endsSlice(): boolean {
    steps = (steps + 1) % stepsPerSlice;
    return steps === 0;
  }

  function* redactPeople(text: string): Slices<string> {
    const matches = text.matchAll(word);
    /** The words that follow in the text: as many as the longest erased name has. */
    const ahead: Word[] = [];
    let redacted = '';
    let done = 0;
    while (true) {
      while (ahead.length < (lengths[0] ?? 0)) {
        const next = matches.next();
        if (next.done) break;
        const { 0: found, index } = next.value;
        ahead.push({ text: found.normalize('NFC').toLowerCase(), start: index, end: index + found.length });
      }
      const [first] = ahead;
      if (first === undefined) break;
      const count = isFirst(first.text) ? (lengths.find((length) => isNameAt(text, ahead, length)) ?? 0) : 0;
      if (count > 0) {
        redacted += text.slice(done, first.start) + personPlaceholder;
        done = ahead[count - 1]?.end ?? done;
      }
      ahead.splice(0, Math.max(1, count));
      if (endsSlice()) yield;
    }
    return done === 0 ? text : redacted + text.slice(done);
  }

  function isNameAt(text: string, ahead: readonly Word[], length: number): boolean {
    const name = ahead.slice(0, length);
    if (name.length < length) return false;
    for (let nth = 1; nth < length; nth += 1) {
      if (!withinName.test(text.slice(name[nth - 1]?.end, name[nth]?.start))) return false;
    }
    return isPerson(name.map((one) => one.text).join(' '));
  }

  function* redactRepositories(text: string): Slices<string> {
    let redacted = '';
    let done = 0;
    for (const { 0: slash, index } of text.matchAll(slashes)) {
      if (endsSlice()) yield;
      const after = index + slash.length;
      let start = index;
      while (start > done && index - start < maxNameLength && isNamePart(text.charCodeAt(start - 1))) start -= 1;
      // If an encoded slash (`%2f`) precedes the name, its `2f` is not part of the name.
      if (text[start - 1] === '%' && /^2f/iu.test(text.slice(start, start + 2))) start += 2;
      let end = after;
      while (end - after < maxNameLength && isNamePart(text.charCodeAt(end))) end += 1;
      if (start >= index || end === after) continue;
      const owner = text.slice(start, index);
      const rest = text.slice(after, end);
      // A full stop at the end of a sentence and the suffix `.git` of a clone URL are not part of the name.
      const name = [rest, rest.replace(/\.+$/u, ''), rest.replace(/\.git$/u, '')].find((one) =>
        isRepository(`${owner}/${one}`.toLowerCase()),
      );
      if (name === undefined) continue;
      redacted += text.slice(done, start) + erasedRepositoryPlaceholder;
      done = after + name.length;
    }
    return done === 0 ? text : redacted + text.slice(done);
  }

  const hidesRepositories = marks.some(({ kind }) => kind === 'repository');
  function* redact(text: string): Slices<string> {
    const withoutRepositories = hidesRepositories ? yield* redactRepositories(text) : text;
    return lengths.length > 0 ? yield* redactPeople(withoutRepositories) : withoutRepositories;
  }

  function* redactValue(value: unknown): Slices<unknown> {
    if (endsSlice()) yield;
    if (typeof value === 'string') return yield* redact(value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      for (const item of value) items.push(yield* redactValue(item));
      return items;
    }
    const fields: [string, unknown][] = [];
    for (const [key, field] of Object.entries(value)) fields.push([yield* redact(key), yield* redactValue(field)]);
    return Object.fromEntries(fields);
  }

  return {
    isEmpty: marks.length === 0,
    isRepository: (name, id) =>
      marks.length > 0 && (isRepository(name.toLowerCase()) || (id !== undefined && isRepositoryId(id))),
    isPerson: (name) => lengths.length > 0 && isPerson(wordsOf(name).join(' ')),
    redact: (text) => (marks.length === 0 ? text : finish(redact(text))),
    redactValue: <T>(value: T) => (marks.length === 0 ? value : (finish(redactValue(value)) as T)),
    redactInSlices: async <T>(value: T) =>
      marks.length === 0 ? value : ((await finishInSlices(redactValue(value))) as T),
  };
}

function cached(test: (text: string) => boolean): (text: string) => boolean {
  const results = new Map<string, boolean>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    if (results.size >= maxCached) results.clear();
    const result = test(text);
    results.set(text, result);
    return result;
  };
}

/** A computation in slices. It yields after each slice, so that the event loop may get a turn. */
type Slices<T> = Generator<undefined, T>;

function finish<T>(work: Slices<T>): T {
  let slice = work.next();
  while (!slice.done) slice = work.next();
  return slice.value;
}

async function finishInSlices<T>(work: Slices<T>): Promise<T> {
  let slice = work.next();
  while (!slice.done) {
    await nextTurn();
    slice = work.next();
  }
  return slice.value;
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
