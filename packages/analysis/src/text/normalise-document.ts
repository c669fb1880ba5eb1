import { posix } from 'node:path';
import { dayInMs } from '@refrain/domain';
import { removeFailedSteps } from './failed-steps.ts';
import type { FailureDocument, NormalisedDocument } from './failure-document.ts';
import { mask } from './mask.ts';
import { isUnspecificErrorClass, listErrorSignatureTerms } from './signature.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { listTokens } from './tokens.ts';

/** Maximum length of the analysed text, in UTF-16 units. Texts begin with the failure; logs and timelines follow. */
export const maxAnalysedLength = { title: 500, text: 4_000 } as const;

const notAlphanumeric = /[^\p{L}\p{N}]+/gu;
/** Weight of each word of a title, because the title of an alert names the symptom. */
const titleWeight = 2;
const maxPaths = 50;

/** Masks values that differ between occurrences, stems the words, and lists identifiers both whole and split. */
export function normaliseDocument(document: FailureDocument): NormalisedDocument {
  const shortened = {
    title: document.title.slice(0, maxAnalysedLength.title),
    text: removeFailedSteps(document.text.slice(0, maxAnalysedLength.text)),
  };
  const title = mask(shortened.title);
  const text = mask(shortened.text);
  const terms = new Map<string, number>();
  const surfaces = new Map<string, string>();
  addTermCounts(listTerms(title), titleWeight, terms, surfaces);
  addTermCounts(listTerms(text), 1, terms, surfaces);
  return {
    id: document.id,
    day: toDaysSinceEpoch(document.occurredAt),
    masked: { title, text },
    terms,
    surfaces,
    characters: normaliseForCharacterNGrams(`${`${shortened.title} `.repeat(titleWeight)}${shortened.text}`),
    signature: listErrorSignatureTerms(`${title}\n${text}`),
    files: countFileTerms(document.paths ?? []),
    places: listScopeNames(document),
  };
}

/** Converts an ISO 8601 time to days since 1970; returns null for an invalid time. */
export function toDaysSinceEpoch(occurredAt: string): number | null {
  const instant = Date.parse(occurredAt);
  return Number.isNaN(instant) ? null : instant / dayInMs;
}

/** Returns the letters and digits of a text in lower case, with a space for all else, to compare character n-grams. */
export function normaliseForCharacterNGrams(text: string): string {
  return ` ${text.toLowerCase().replace(notAlphanumeric, ' ').trim()} `;
}

/** A stem or identifier with its original spelling. */
export interface Term {
  readonly term: string;
  readonly surface: string;
}

/** Lists the terms of a masked text in order, with repetitions. */
export function listTerms(masked: string): Term[] {
  return listTokens(masked).flatMap(({ value, surface, kind }) => {
    if (kind === 'identifier') return isUnspecificErrorClass(value) ? [] : [{ term: value, surface }];
    return isStopWord(value) ? [] : [{ term: stem(value), surface: value }];
  });
}

/** Adds `weight` to the count of each term in `listed`, and the spelling of each new term to `surfaces`. */
export function addTermCounts(
  listed: readonly Term[],
  weight: number,
  terms: Map<string, number>,
  surfaces: Map<string, string>,
): void {
  for (const { term, surface } of listed) {
    const count = terms.get(term);
    if (count === undefined) surfaces.set(term, surface);
    terms.set(term, (count ?? 0) + weight);
  }
}

/**
 * Counts the paths, folders, names and extensions of files. Files with the same name, such as `Dockerfile`, are
 * related.
 */
export function countFileTerms(paths: readonly string[]): Map<string, number> {
  return countNames(
    paths.slice(0, maxPaths).flatMap((path) => {
      const { dir, base, ext } = posix.parse(path);
      return [
        `path:${path}`,
        ...(dir === '' ? [] : [`folder:${dir}`]),
        `file:${base}`,
        ...(ext === '' ? [] : [`type:${ext.slice(1)}`]),
      ];
    }),
  );
}

function listScopeNames({ services = [], repository }: FailureDocument): Map<string, number> {
  return countNames([
    ...services.map((service) => `service:${service.toLowerCase()}`),
    ...(repository ? [`repository:${repository.toLowerCase()}`] : []),
  ]);
}

function countNames(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
