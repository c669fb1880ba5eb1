import type { NormalisedDocument } from '../../text/failure-document.ts';
import { toPlaceKey } from './place-names.ts';

/** What a failure has in common with a search. */
export interface SharedParts {
  /** Whether a line of the search is in the failure, except for numbers, dates and ids. */
  readonly hasLine: boolean;
  /** The words of the search that the failure contains, those that tell most first, without parts of other words. */
  readonly words: readonly string[];
  /** The services of the failure that the search names, in lower case. */
  readonly services: readonly string[];
}

/** A shorter line, such as “disk full”, can be in any text. */
const minLineWords = 4;
const servicePrefix = 'service:';

/** @param named the services that the search names, as keys of `createPlaceNames` */
export function listShared(
  search: NormalisedDocument,
  failure: NormalisedDocument,
  words: readonly string[],
  named: ReadonlySet<string>,
): SharedParts {
  const searched = readText(search);
  const text = readText(failure);
  const lines = searched.split('\n').filter((line) => line.split(' ').length >= minLineWords);
  const services = [...failure.places.keys()].filter(
    (place) =>
      place.startsWith(servicePrefix) &&
      (search.places.has(place) || named.has(toPlaceKey(place.slice(servicePrefix.length)))),
  );
  return {
    hasLine: lines.some((line) => text.includes(line)),
    words: words.filter(
      (word) => !words.some((other) => other !== word && other.toLowerCase().includes(word.toLowerCase())),
    ),
    services: services.map((place) => place.slice(servicePrefix.length)),
  };
}

/** Returns the lines of a document in lower case with single spaces. */
function readText({ masked: { title, text } }: NormalisedDocument): string {
  return `${title}\n${text}`
    .toLowerCase()
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n');
}
