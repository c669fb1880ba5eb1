import type { Schemas } from '../api/refrain.ts';
import { count } from '../labels/format.ts';

type Match = Pick<Schemas['SearchMatch'], 'score' | 'isWeak' | 'isRepeat' | 'hasSameTitle'> & {
  readonly shared: Pick<Schemas['SearchMatch']['shared'], 'words'>;
};

/** Minimum score of a match that is shown at once, unless it has the same title */
const minShownScore = 0.4;
/** This many matches are shown whatever their score. */
const minShown = 3;

/**
 * Separates the matches worth reading from those that share only a common word or little of the search.
 * @param isSeen whether the verdict is that the failure was seen before; otherwise a match needs two shared words
 */
export function foldWeakMatches<T extends Match>(
  matches: readonly T[],
  isSeen: boolean,
): { readonly shown: readonly T[]; readonly folded: readonly T[] } {
  const isExact = ({ isRepeat, hasSameTitle }: T) => isRepeat || hasSameTitle;
  const minWords = isSeen ? 0 : 2;
  const telling = matches.filter((match) => isExact(match) || (!match.isWeak && match.shared.words.length >= minWords));
  const shown = telling.filter((match, at) => at < minShown || isExact(match) || match.score >= minShownScore);
  return { shown, folded: matches.filter((match) => !shown.includes(match)) };
}

/** @param isOnly whether no other match is shown */
export function describeFolded(matches: number, isOnly: boolean): string {
  const named = count(matches, `${isOnly ? '' : 'more '}failure`);
  return `${named} ${matches === 1 ? 'shares' : 'share'} only a common word or a small part of the text.`;
}
