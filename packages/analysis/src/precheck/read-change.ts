import { innermostTitle } from '../detection/reverts/read-subject.ts';
import { mask } from '../text/mask.ts';
import { analysedLength, cut, listFiles, listTerms } from '../text/normalise.ts';
import type { PrecheckChange } from './precheck.ts';

/** A change by what it can share with another one: from each term to its weight. */
export interface ReadChange {
  /** Words of the title, its kind and its scope. */
  readonly title: ReadonlyMap<string, number>;
  /** Words of title and text. */
  readonly words: ReadonlyMap<string, number>;
  /** Files and folders; null where they are not known. */
  readonly files: ReadonlyMap<string, number> | null;
  /** From a term to the word as it is written. */
  readonly surfaces: ReadonlyMap<string, string>;
  /** What a title has in common with that of a second attempt; empty where it has no words. */
  readonly titleKey: string;
}

/** `kind(scope)!: …` in front of a title. */
const conventional = /^\s{0,9}([a-z]{2,20})(?:\(([^()]{1,60})\))?!?:\s/iu;
/** What a second attempt says of being one. */
const again = /\b(?:take|attempt|try|again|re-?land|re-?apply|second|third|retry)\b|\bv?\d{1,2}\b/giu;
const titleWeight = 2;
const maxPathLength = 500;

/** Reads a change. Pure, linear in the text, of which no more than the beginning is read. */
export function readChange({ repository, title: written, text, paths }: PrecheckChange): ReadChange {
  const head = cut(written, analysedLength.title);
  const [prefix = '', kind = 'none', scope = ''] = conventional.exec(head) ?? [];
  const inTitle = listTerms(mask(`${scope} ${head.slice(prefix.length)}`));
  const inText = listTerms(mask(cut(text, analysedLength.text)));
  const words = new Map<string, number>();
  for (const { term } of inText) words.set(term, 1);
  for (const { term } of inTitle) words.set(term, titleWeight);
  return {
    title: new Map(
      [
        ...inTitle.map(({ term }) => term),
        `kind=${kind.toLowerCase()}`,
        `scope=${scope.toLowerCase()}`,
        `repository=${repository.toLowerCase()}`,
      ].map((term) => [term, 1]),
    ),
    words,
    files: paths === null ? null : readFiles(repository, paths),
    surfaces: new Map([...inText, ...inTitle].map(({ term, surface }) => [term, surface])),
    titleKey: keyOf(head),
  };
}

/** By repository: a file of the same path in another one is another file. Its type tells nothing of a failure. */
function readFiles(repository: string, paths: readonly string[]): ReadonlyMap<string, number> {
  const listed = listFiles(paths.map((path) => cut(path, maxPathLength)));
  return new Map(
    [...listed.keys()].flatMap((name): [string, number][] =>
      name.startsWith('path:') || name.startsWith('folder:') ? [[`${name}\n${repository.toLowerCase()}`, 1]] : [],
    ),
  );
}

/** A path as it was given, or a folder ending in `/`. @param name a key of `files` */
export function showFile(name: string): string {
  const path = name.slice(name.indexOf(':') + 1, name.lastIndexOf('\n'));
  return isFolder(name) ? `${path}/` : path;
}

export function isFolder(name: string): boolean {
  return name.startsWith('folder:');
}

function keyOf(title: string): string {
  return innermostTitle(title)
    .replace(conventional, '')
    .replace(again, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
