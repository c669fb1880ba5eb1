import { findInnermostRevertedTitle } from '../detection/reverts/parse-revert-title.ts';
import { mask } from '../text/mask.ts';
import { countFileTerms, listTerms, maxAnalysedLength } from '../text/normalise-document.ts';
import type { CheckedChange } from './precheck.ts';

export interface ChangeTerms {
  /** Words of the title, the repository, and the kind and scope of the Conventional Commits prefix */
  readonly title: ReadonlyMap<string, number>;
  readonly words: ReadonlyMap<string, number>;
  readonly files: ReadonlyMap<string, number> | null;
  /** Original spelling of each word in `words` */
  readonly surfaces: ReadonlyMap<string, string>;
  /** Title without its prefix and without words such as "retry", so that a change and its retry have equal keys */
  readonly titleKey: string;
}

/** Matches a Conventional Commits prefix, such as `fix(cart)!: `. */
const conventional = /^\s{0,9}([a-z]{2,20})(?:\(([^()]{1,60})\))?!?:\s/iu;
/** Matches words that show that a change is a further attempt, such as "retry" and "v2". */
const attemptWords = /\b(?:take|attempt|try|again|re-?land|re-?apply|second|third|retry)\b|\bv?\d{1,2}\b/giu;
const titleWeight = 2;
const maxPathLength = 500;

export function extractChangeTerms({ repository, title: fullTitle, text, paths }: CheckedChange): ChangeTerms {
  const head = fullTitle.slice(0, maxAnalysedLength.title);
  const [prefix = '', kind = 'none', scope = ''] = conventional.exec(head) ?? [];
  const inTitle = listTerms(mask(`${scope} ${head.slice(prefix.length)}`));
  const inText = listTerms(mask(text.slice(0, maxAnalysedLength.text)));
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

/** Lists files and folders by path and repository. Omits file types, which do not predict failures. */
function readFiles(repository: string, paths: readonly string[]): ReadonlyMap<string, number> {
  const listed = countFileTerms(paths.map((path) => path.slice(0, maxPathLength)));
  return new Map(
    [...listed.keys()].flatMap((name): [string, number][] =>
      name.startsWith('path:') || name.startsWith('folder:') ? [[`${name}\n${repository.toLowerCase()}`, 1]] : [],
    ),
  );
}

/** Returns the path in a key of `ChangeTerms.files`, with a trailing `/` for a folder. */
export function getPathOfFileTerm(name: string): string {
  const path = name.slice(name.indexOf(':') + 1, name.lastIndexOf('\n'));
  return isFolderTerm(name) ? `${path}/` : path;
}

export function isFolderTerm(name: string): boolean {
  return name.startsWith('folder:');
}

function keyOf(title: string): string {
  return findInnermostRevertedTitle(title)
    .replace(conventional, '')
    .replace(attemptWords, ' ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
