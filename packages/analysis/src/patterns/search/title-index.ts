import { compareStrings } from '../../collections/compare-strings.ts';
import type { NormalisedDocument } from '../../text/failure-document.ts';
import { listTerms } from '../../text/normalise-document.ts';
import { failing } from '../names/is-name-like.ts';
import { isComparable, isGeneral } from '../similarity/general-terms.ts';
import { listTitleTerms } from '../similarity/list-title-terms.ts';

interface Held {
  readonly key: string;
  readonly terms: ReadonlySet<string>;
  /** Time of the failure in days since 1970; null if unknown */
  readonly day: number | null;
  /** Terms that only name what failed: those of the services, and the only telling term of a title */
  readonly places: readonly string[];
}

/**
 * Creates an empty index of titles. It finds failures with the title of a question, and tells whether a question only
 * names where something failed, as “Incident with Webhooks” does.
 */
export function createTitleIndex() {
  const held = new Map<string, Held>();
  const idsByKey = new Map<string, Set<string>>();
  /** Number of failures by term of a place */
  const places = new Map<string, number>();

  function countPlaces({ places: terms }: Held, change: 1 | -1): void {
    for (const term of terms) places.set(term, (places.get(term) ?? 0) + change);
  }
  function remove(id: string): void {
    const known = held.get(id);
    if (known === undefined) return;
    held.delete(id);
    idsByKey.get(known.key)?.delete(id);
    countPlaces(known, -1);
  }
  function isPlace(term: string): boolean {
    return (places.get(term) ?? 0) > 0;
  }
  function sortNewestFirst(ids: Iterable<string>): string[] {
    const dayOf = (id: string) => held.get(id)?.day ?? Number.NEGATIVE_INFINITY;
    return [...ids].sort((a, b) => dayOf(b) - dayOf(a) || compareStrings(a, b));
  }

  return {
    put(document: NormalisedDocument, services: readonly string[]): void {
      remove(document.id);
      const terms = listTitleTerms(document);
      const one = { key: toKey(terms), terms, day: document.day, places: listPlaces(document, terms, services) };
      held.set(document.id, one);
      countPlaces(one, 1);
      if (one.key !== '') idsByKey.set(one.key, (idsByKey.get(one.key) ?? new Set()).add(document.id));
    },
    remove,
    /** Returns whether a term is in the name of a service, or the only telling term of a title. */
    isPlace,
    /** Returns the failures with the title of a question, newest first. Numbers, dates and stop words do not matter. */
    listSameTitle(question: NormalisedDocument): string[] {
      if (question.masked.text.trim() !== '') return [];
      return sortNewestFirst(idsByKey.get(toKey(listTitleTerms(question))) ?? []);
    },
    /**
     * Returns whether a question has only words that name where something failed or that something failed.
     * @param isUbiquitous returns whether so many failures contain a term that it distinguishes none
     */
    namesOnlyPlace({ terms }: NormalisedDocument, isUbiquitous: (term: string) => boolean): boolean {
      const compared = [...terms.keys()].filter(isComparable);
      return compared.length > 0 && compared.every((term) => isGeneral(term) || isPlace(term) || isUbiquitous(term));
    },
    /** Returns the failures whose titles have all words of a question that name a place, newest first. */
    listSamePlace({ terms }: NormalisedDocument): string[] {
      const wanted = [...terms.keys()].filter(isPlace);
      if (wanted.length === 0) return [];
      const ids = [...held].filter(([, one]) => wanted.every((term) => one.terms.has(term))).map(([id]) => id);
      return sortNewestFirst(ids);
    },
  };
}

function toKey(terms: ReadonlySet<string>): string {
  return [...terms].sort(compareStrings).join(' ');
}

function listPlaces(
  { surfaces }: NormalisedDocument,
  terms: ReadonlySet<string>,
  services: readonly string[],
): readonly string[] {
  const telling = [...terms].filter((term) => !isGeneral(term));
  const [only = ''] = telling;
  const isNamedAlone = telling.length === 1 && terms.size > 1 && !failing.test(surfaces.get(only) ?? only);
  const ofServices = services.flatMap((name) => listTerms(name)).map(({ term }) => term);
  return [...new Set([...ofServices, ...(isNamedAlone ? [only] : [])])];
}
