import type { PrecheckState, Weighed } from './precheck-state.ts';
import { isFolder, type ReadChange, readChange, showFile } from './read-change.ts';

/** The earlier failed changes that speak most, and what a change has in common with them. */
export interface Support {
  /** Their ids, the one that says most first. */
  readonly changeIds: readonly string[];
  /** Of these, those with the same title but for words such as "second attempt". */
  readonly sameTitle: readonly string[];
  readonly sharedPaths: readonly string[];
  /** How many of them have one of these. */
  readonly withPaths: number;
  readonly sharedTerms: readonly string[];
  readonly withTerms: number;
}

const maxChanges = 5;
/** Of what the first one says. */
const minShare = 0.25;
const maxTerms = 6;
const maxPaths = 5;
/** A word, or a file, in more than about one of five changes tells nothing. */
const minWeight = 1.6;
/** Shorter titles are given to changes that have nothing to do with one another. */
const minTitleLength = 3;

export function findSupport(change: ReadChange, { behind }: Pick<Weighed, 'behind'>, state: PrecheckState): Support {
  const ordered = [...behind].sort(([a, x], [b, y]) => y - x || b - a);
  const least = minShare * (ordered[0]?.[1] ?? 0);
  const chosen = ordered
    .slice(0, maxChanges)
    .filter(([, part]) => part >= least)
    .map(([number]) => state.changeOf(number))
    .map((own) => ({ id: own.id, read: readChange(own) }));
  const hasTitle = change.titleKey.split(' ').length >= minTitleLength;
  const files = chooseFiles(
    [...(change.files?.keys() ?? [])]
      .filter((name) => state.weighFile(name) >= minWeight && chosen.some(({ read }) => read.files?.has(name) === true))
      .sort((a, b) => state.weighFile(b) - state.weighFile(a) || (a < b ? -1 : 1)),
  );
  const words = withoutParts(
    [...change.words.keys()]
      .filter((term) => /\p{L}/u.test(term) && state.weighWord(term) >= minWeight)
      .filter((term) => chosen.some(({ read }) => read.words.has(term)))
      .sort((a, b) => state.weighWord(b) - state.weighWord(a) || b.length - a.length || (a < b ? -1 : 1)),
    change.surfaces,
  );
  const countWith = (names: readonly string[], read: (own: ReadChange) => ReadonlyMap<string, number> | null): number =>
    chosen.filter((one) => names.some((name) => read(one.read)?.has(name) === true)).length;
  return {
    changeIds: chosen.map(({ id }) => id),
    sameTitle: chosen.filter(({ read }) => hasTitle && read.titleKey === change.titleKey).map(({ id }) => id),
    sharedPaths: files.map(showFile),
    withPaths: countWith(files, (own) => own.files),
    sharedTerms: words.map((term) => change.surfaces.get(term) ?? term),
    withTerms: countWith(words, (own) => own.words),
  };
}

/** Files, or where none is shared folders. */
function chooseFiles(shared: readonly string[]): string[] {
  const paths = shared.filter((name) => !isFolder(name));
  return (paths.length > 0 ? paths : shared).slice(0, maxPaths);
}

/** An identifier says all that its parts say. */
function withoutParts(terms: readonly string[], surfaces: ReadonlyMap<string, string>): string[] {
  const lower = terms.map((term) => (surfaces.get(term) ?? term).toLowerCase());
  return terms
    .filter((_, at) => !lower.some((other, place) => place < at && other.includes(lower[at] ?? '')))
    .slice(0, maxTerms);
}
