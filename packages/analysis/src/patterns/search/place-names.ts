import type { FailureDocument } from '../../text/failure-document.ts';
import { mask, placeholderPattern } from '../../text/mask.ts';

/** The services and the repository of a failure, in the spelling of their source. */
export interface PlaceOfFailure {
  readonly services: readonly string[];
  readonly repository: string | null;
}

const run = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\p{N}+/gu;
/** An environment after the name of a service, as in “Carrier Bridge (prod)” */
const environment = /\([^()]{0,40}\)\s*$/u;
/** A host name with a usual top-level domain. Others, such as `libvips.so.42`, may be files or error names. */
const host =
  /(?<![\p{L}\p{N}.-])(?:[a-z\d][a-z\d-]{0,62}\.){1,6}(?:com|net|org|io|dev|app|cloud|internal|local|lan|corp|example|test)(?![\p{L}\p{N}-]|\.\p{L})/giu;

interface NameCount {
  readonly organisations: Map<string, number>;
  readonly places: Map<string, number>;
}

interface Occurrence {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Creates an empty list of the names of services, repositories and organisations. It finds these names in questions, because
 * they say where something failed and not what failed.
 */
export function createPlaceNames() {
  const held = new Map<string, { readonly places: readonly string[]; readonly organisation: string | null }>();
  const counts: NameCount = { organisations: new Map(), places: new Map() };
  let mostWords = 1;

  function remove(id: string): void {
    const known = held.get(id);
    if (known === undefined) return;
    held.delete(id);
    for (const key of known.places) change(counts.places, key, -1);
    if (known.organisation !== null) change(counts.organisations, known.organisation, -1);
  }
  /** Finds the longest known name at each position of a text. */
  function listOccurrences(text: string): Occurrence[] {
    const words = [...text.matchAll(run)].map((match) => ({
      value: match[0].toLowerCase(),
      start: match.index,
      end: match.index + match[0].length,
    }));
    const found: Occurrence[] = [];
    for (let at = 0; at < words.length; at++) {
      for (let length = Math.min(mostWords, words.length - at); length > 0; length--) {
        const part = words.slice(at, at + length);
        const key = part.map(({ value }) => value).join(' ');
        const [start, end] = [part[0]?.start ?? 0, part.at(-1)?.end ?? 0];
        if (!isJoined(text.slice(start, end))) continue;
        if (!counts.places.has(key) && !counts.organisations.has(key)) continue;
        found.push({ key, start, end });
        at += length - 1;
        break;
      }
    }
    return found;
  }
  /** Returns whether a name is no ordinary word, because it has several words or names an organisation. */
  function isUnmistakable({ key }: Occurrence): boolean {
    return key.includes(' ') || counts.organisations.has(key);
  }
  function removeNames(text: string): string {
    const masked = mask(text).replace(placeholderPattern, ' ').replace(host, ' ');
    let rest = '';
    let from = 0;
    for (const { start, end } of listOccurrences(masked).filter(isUnmistakable)) {
      rest += `${masked.slice(from, start)} `;
      from = end;
    }
    return rest + masked.slice(from);
  }

  return {
    put(id: string, place: PlaceOfFailure): void {
      remove(id);
      const { places, organisation } = listNames(place);
      held.set(id, { places, organisation });
      for (const key of places) change(counts.places, key, 1);
      if (organisation !== null) change(counts.organisations, organisation, 1);
      mostWords = Math.max(mostWords, ...places.map((key) => key.split(' ').length));
    },
    remove,
    /** Removes host names, and the names of organisations and services that are no ordinary words, from a question. */
    removeNames: (question: FailureDocument): FailureDocument => ({
      ...question,
      title: removeNames(question.title),
      text: removeNames(question.text),
    }),
    /** Returns the services and repositories that a question names, as keys for `isAt`. */
    listNamed: ({ title, text }: Pick<FailureDocument, 'title' | 'text'>): ReadonlySet<string> =>
      new Set([...listOccurrences(title), ...listOccurrences(text)].map(({ key }) => key)),
    /** Returns whether a failure is in one of the named services or repositories. */
    isAt: (id: string, named: ReadonlySet<string>): boolean =>
      held.get(id)?.places.some((key) => named.has(key)) ?? false,
  };
}

/** Returns the words of a name in lower case: `carrier bridge` for `CarrierBridge`, `carrier-bridge` and “Carrier Bridge (prod)”. */
export function toPlaceKey(name: string): string {
  return (name.replace(environment, '').match(run) ?? []).join(' ').toLowerCase();
}

function listNames({ services, repository }: PlaceOfFailure) {
  const [owner = '', ...rest] = (repository ?? '').split('/');
  const names = [...services, rest.length === 0 ? owner : rest.join('/')];
  const organisation = rest.length === 0 ? '' : toPlaceKey(owner);
  return {
    places: [...new Set(names.map(toPlaceKey))].filter((key) => key !== ''),
    organisation: organisation === '' ? null : organisation,
  };
}

/** Returns whether the words of a text are joined as in a name: by at most one character each. */
function isJoined(text: string): boolean {
  return !/[^\p{L}\p{N}]{2}|[^\p{L}\p{N}\s._/-]/u.test(text);
}

function change(counts: Map<string, number>, key: string, by: 1 | -1): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}
