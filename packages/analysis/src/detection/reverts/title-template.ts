import { anyWord } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { groupBy } from '../../collections/group-by.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { innermostTitle } from './read-subject.ts';

/** Maximum number of compared words; hosts cut longer titles. */
const maxWords = 60;
/**
 * Minimum share of words that all titles of a template have in common, and minimum number of these that are not stop
 * words.
 */
const minShared = 0.5;
const minInformative = 2;

/**
 * Returns the words of what was reverted, in lower case. A word with a digit identifies one of many things and becomes
 * `*`.
 */
export function readTitle(title: string): readonly string[] {
  return innermostTitle(title)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, maxWords)
    .map((word) => (/\d/u.test(word) ? anyWord : word));
}

/**
 * Returns whether a title matches a template.
 * @param template see `TitleTemplate` of the domain
 */
export function fitsTemplate(title: readonly string[], template: string): boolean {
  const words = template.split(' ');
  return words.length === title.length && words.every((word, at) => word === anyWord || word === title[at]);
}

/**
 * Finds the templates of titles word by word, like miners of log templates (Drain, He et al. 2017): titles of the same
 * length and first word share a template if they differ in few words.
 * @param titles as `readTitle` returns them
 * @returns for each template the positions of its titles; a title without a similar one has its own template
 */
export function findTemplates(titles: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const similar = new Map<string, { words: readonly string[]; at: number[] }[]>();
  const inOrder = titles
    .map((words, at) => ({ words, key: words.join(' '), at }))
    .sort((a, b) => compare(a.key, b.key) || a.at - b.at);
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
  // Merges templates that became equal, and equal titles that are too short to share a template.
  const byText = groupBy([...similar.values()].flat(), ({ words }) => [words.join(' ')]);
  return new Map([...byText].map(([text, same]) => [text, same.flatMap(({ at }) => at).sort((a, b) => a - b)]));
}

/** Returns the template that also matches another title; null if the two have too little in common. */
function widen(template: readonly string[], title: readonly string[]): readonly string[] | null {
  const common = template.map((word, at) => (word === title[at] ? word : anyWord));
  const shared = common.filter((word) => word !== anyWord);
  const informative = shared.filter((word) => !isStopWord(word));
  return shared.length >= common.length * minShared && informative.length >= minInformative ? common : null;
}
