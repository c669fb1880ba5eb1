import { posix } from 'node:path';
import { dayInMs } from '@refrain/domain';
import type { Document, NormalisedDocument } from './document.ts';
import { mask } from './mask.ts';
import { listSignature } from './signature.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { listTokens } from './tokens.ts';

/** What is read of a document, in UTF-16 units. A failure says what it is at its beginning; logs and timelines follow. */
export const analysedLength = { title: 500, text: 4_000 } as const;

const notAlphanumeric = /[^\p{L}\p{N}]+/gu;
/** Titles of alerts name the symptom; what was found stands below. */
const titleWeight = 2;
const maxPaths = 50;

/** Reads a document: masks what varies, stems words, keeps identifiers whole and split. Pure, linear in the text. */
export function normalise(document: Document): NormalisedDocument {
  const written = { title: cut(document.title, analysedLength.title), text: cut(document.text, analysedLength.text) };
  const title = mask(written.title);
  const text = mask(written.text);
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
    characters: readCharacters(`${`${written.title} `.repeat(titleWeight)}${written.text}`),
    signature: listSignature(`${title}\n${text}`),
    files: listFiles(document.paths ?? []),
    places: listScopeNames(document),
  };
}

/** @param occurredAt ISO 8601 */
export function readDay(occurredAt: string): number | null {
  const instant = Date.parse(occurredAt);
  return Number.isNaN(instant) ? null : instant / dayInMs;
}

export function cut(text: string, length: number): string {
  return text.length <= length ? text : text.slice(0, length);
}

/** What character n-grams are cut from, see `NormalisedDocument`. */
export function readCharacters(text: string): string {
  return ` ${text.toLowerCase().replace(notAlphanumeric, ' ').trim()} `;
}

/** A stem or identifier, and how it is written. */
export interface Term {
  readonly term: string;
  readonly surface: string;
}

/** The terms of a masked text in its order, as often as they occur. */
export function listTerms(masked: string): Term[] {
  return listTokens(masked).flatMap(({ value, surface, kind }) => {
    if (kind === 'identifier') return [{ term: value, surface }];
    return isStopWord(value) ? [] : [{ term: stem(value), surface: value }];
  });
}

/** Adds terms to a count, each with the given weight, and how they are written to those that are not in it yet. */
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
 * A path counts as itself, as its folder, as the name of its file and as the type of that: two files of one folder are near
 * without being the same, and in another folder a file of the same name (a `Dockerfile`, a migration) plays the same part.
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
