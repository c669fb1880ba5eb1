import { anyWordWildcard } from '@refrain/domain';
import { compareStrings } from '../../collections/compare-strings.ts';
import { groupBy } from '../../collections/group-by.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { findInnermostRevertedTitle } from './parse-revert-title.ts';

/** Maximum number of words per title that are compared. */
const maxWords = 60;
/** Titles have a common template only if at least this share of their words are equal. */
const minShared = 0.5;
/** Minimum number of equal words, not counting stop words, in titles with a common template. */
const minInformative = 2;

/** Returns the title's words in lower case. Words with a digit, such as hosts, become `*`. */
export function parseTitleWords(title: string): readonly string[] {
  return findInnermostRevertedTitle(title)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, maxWords)
    .map((word) => (/\d/u.test(word) ? anyWordWildcard : word));
}

/** Returns whether a title, as parsed by `parseTitleWords`, matches a template such as `drain * for maintenance`. */
export function matchesTitleTemplate(title: readonly string[], template: string): boolean {
  const words = template.split(' ');
  return words.length === title.length && words.every((word, at) => word === anyWordWildcard || word === title[at]);
}

/**
 * Groups titles, as returned by `parseTitleWords`, that differ in few words (algorithm Drain, He et al. 2017).
 * @returns a map from each template, a title with `*` for differing words, to the indices of its titles
 */
export function findTitleTemplates(titles: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const similar = new Map<string, { words: readonly string[]; at: number[] }[]>();
  const inOrder = titles
    .map((words, at) => ({ words, key: words.join(' '), at }))
    .sort((a, b) => compareStrings(a.key, b.key) || a.at - b.at);
  for (const { words, at } of inOrder) {
    const bucket = `${words.length} ${words[0] ?? ''}`;
    const templates = similar.get(bucket) ?? [];
    similar.set(bucket, templates);
    const found = templates.find((template) => widen(template.words, words) !== null);
    if (found === undefined) templates.push({ words, at: [at] });
    else {
      found.words = widen(found.words, words) ?? found.words;
      found.at.push(at);
    }
  }
  // Replacing words by `*` may have made templates equal. Groups of equal titles are also merged here.
  const byText = groupBy([...similar.values()].flat(), ({ words }) => [words.join(' ')]);
  return new Map([...byText].map(([text, same]) => [text, same.flatMap(({ at }) => at).sort((a, b) => a - b)]));
}

/** Replaces the words in which a title differs from a template by `*`. Returns null if the two share too few words. */
function widen(template: readonly string[], title: readonly string[]): readonly string[] | null {
  const common = template.map((word, at) => (word === title[at] ? word : anyWordWildcard));
  const shared = common.filter((word) => word !== anyWordWildcard);
  const informative = shared.filter((word) => !isStopWord(word));
  return shared.length >= common.length * minShared && informative.length >= minInformative ? common : null;
}
