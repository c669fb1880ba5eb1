import { type ChangeTerms, extractChangeTerms, getPathOfFileTerm, isFolderTerm } from './extract-change-terms.ts';
import type { PrecheckState, RiskEstimate } from './precheck-state.ts';

/** The failed changes that contribute most to a risk score, and what the checked change shares with them. */
export interface RiskEvidence {
  /** Ids of the failed changes, highest contribution first */
  readonly changeIds: readonly string[];
  /** Ids of failed changes with the same title, apart from words such as "second attempt" */
  readonly sameTitle: readonly string[];
  readonly sharedPaths: readonly string[];
  readonly withPaths: number;
  readonly sharedTerms: readonly string[];
  readonly withTerms: number;
}

const maxChanges = 5;
/** Minimum contribution of a failed change that is listed, relative to the highest contribution */
const minShare = 0.25;
const maxTerms = 6;
const maxPaths = 5;
/** Minimum rarity of a shared word or file. Excludes words and files of more than about one in five changes. */
const minWeight = 1.6;
/** Minimum number of words in a title for comparing it. Unrelated changes often have the same short title. */
const minTitleWords = 3;

export function findRiskEvidence(
  change: ChangeTerms,
  { contributions: behind }: Pick<RiskEstimate, 'contributions'>,
  state: PrecheckState,
): RiskEvidence {
  const ordered = [...behind].sort(([a, x], [b, y]) => y - x || b - a);
  const minPart = minShare * (ordered[0]?.[1] ?? 0);
  const chosen = ordered
    .slice(0, maxChanges)
    .filter(([, part]) => part >= minPart)
    .map(([number]) => state.changeOf(number))
    .map((past) => ({ id: past.id, read: extractChangeTerms(past) }));
  const hasTitle = change.titleKey.split(' ').length >= minTitleWords;
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
  const countWith = (
    names: readonly string[],
    termsOf: (past: ChangeTerms) => ReadonlyMap<string, number> | null,
  ): number => chosen.filter((one) => names.some((name) => termsOf(one.read)?.has(name) === true)).length;
  return {
    changeIds: chosen.map(({ id }) => id),
    sameTitle: chosen.filter(({ read }) => hasTitle && read.titleKey === change.titleKey).map(({ id }) => id),
    sharedPaths: files.map(getPathOfFileTerm),
    withPaths: countWith(files, (past) => past.files),
    sharedTerms: words.map((term) => change.surfaces.get(term) ?? term),
    withTerms: countWith(words, (past) => past.words),
  };
}

function chooseFiles(shared: readonly string[]): string[] {
  const paths = shared.filter((name) => !isFolderTerm(name));
  return (paths.length > 0 ? paths : shared).slice(0, maxPaths);
}

/** Drops words that are part of an identifier earlier in the list. */
function withoutParts(terms: readonly string[], surfaces: ReadonlyMap<string, string>): string[] {
  const lower = terms.map((term) => (surfaces.get(term) ?? term).toLowerCase());
  return terms
    .filter((_, at) => !lower.some((other, place) => place < at && other.includes(lower[at] ?? '')))
    .slice(0, maxTerms);
}
