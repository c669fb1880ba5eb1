import { posix } from 'node:path';
import { dayInMs } from '@refrain/domain';
import type { Document, NormalisedDocument } from './document.ts';
import { mask } from './mask.ts';
import { listSignature } from './signature.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { listTokens } from './tokens.ts';

/**
 * The length that is analysed, in UTF-16 units. A failure is described at the beginning of its text; logs and timelines
 * follow.
 */
export const analysedLength = { title: 500, text: 4_000 } as const;

const notAlphanumeric = /[^\p{L}\p{N}]+/gu;
/** The title of an alert names the symptom, while the text has the details. */
const titleWeight = 2;
const maxPaths = 50;

/**
 * Normalises a document: masks what varies, stems words, keeps identifiers both whole and split. Takes time linear in
 * the text.
 */
export function normalise(document: Document): NormalisedDocument {
  const shortened = { title: cut(document.title, analysedLength.title), text: cut(document.text, analysedLength.text) };
  const title = mask(shortened.title);
  const text = mask(shortened.text);
  const terms = new Map<string, number>();
  const surfaces = new Map<string, string>();
  countTerms(listTerms(title), titleWeight, terms, surfaces);
  countTerms(listTerms(text), 1, terms, surfaces);
  return {
    id: document.id,
    day: readDay(document.occurredAt),
    masked: { title, text },
    terms,
    surfaces,
    characters: readCharacters(`${`${shortened.title} `.repeat(titleWeight)}${shortened.text}`),
    signature: listSignature(`${title}\n${text}`),
    files: listFiles(document.paths ?? []),
    places: listScopeNames(document),
  };
}

/**
 * Parses a time to days since 1970.
 * @param occurredAt ISO 8601
 * @returns null if it is no valid time
 */
export function readDay(occurredAt: string): number | null {
  const instant = Date.parse(occurredAt);
  return Number.isNaN(instant) ? null : instant / dayInMs;
}

export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length);
}

/** Returns the text that character n-grams are cut from; see `NormalisedDocument`. */
export function readCharacters(text: string): string {
  return ` ${text.toLowerCase().replace(notAlphanumeric, ' ').trim()} `;
}

/** A stem or identifier and its original spelling. */
export interface Term {
  readonly term: string;
  readonly surface: string;
}

/** Lists the terms of a masked text in order, with repetitions. */
export function listTerms(masked: string): Term[] {
  return listTokens(masked).flatMap(({ value, surface, kind }) => {
    if (kind === 'identifier') return [{ term: value, surface }];
    return isStopWord(value) ? [] : [{ term: stem(value), surface: value }];
  });
}

/** Adds terms to the counts with the given weight, and the spelling of new terms to `surfaces`. */
export function countTerms(
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
 * Counts the terms of paths: the path, its folder, its file name and its extension. Files of one folder are related,
 * and files of the same name in different folders (a `Dockerfile`, a migration) play the same part.
 */
export function listFiles(paths: readonly string[]): Map<string, number> {
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

function listScopeNames({ services = [], repository }: Document): Map<string, number> {
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
