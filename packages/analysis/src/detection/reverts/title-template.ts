import { anyWord } from '@refrain/domain';
import { compare } from '../../collections/compare.ts';
import { groupBy } from '../../collections/group-by.ts';
import { isStopWord } from '../../text/stop-words.ts';
import { innermostTitle } from './read-subject.ts';

/** A title is compared up to here; longer ones are cut by hosts. */
const maxWords = 60;
/** Words that all titles of a template share: at least this share of all, and so many that are no stop words. */
const minShared = 0.5;
const minInformative = 2;

/** Words of what was taken back, in lower case. A word with a digit names one thing of many, and becomes `*`. */
export function readTitle(title: string): readonly string[] {
  return innermostTitle(title)
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, maxWords)
    .map((word) => (/\d/u.test(word) ? anyWord : word));
}

/** @param template as `TitleTemplate` of the domain describes it */
export function fitsTemplate(title: readonly string[], template: string): boolean {
  const words = template.split(' ');
  return words.length === title.length && words.every((word, at) => word === anyWord || word === title[at]);
}

/**
 * Finds what titles have in common, word by word, as miners of log templates do (Drain, He et al. 2017): titles of the same length and
 * with the same first word share a template where they differ in few words.
 * @param titles as `readTitle` returns them
 * @returns by template the positions of its titles in `titles`; a title that is like no other has one of its own
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
  // Templates that became alike, and equal titles too short to share one, are one.
  const byText = groupBy([...similar.values()].flat(), ({ words }) => [words.join(' ')]);
  return new Map([...byText].map(([text, same]) => [text, same.flatMap(({ at }) => at).sort((a, b) => a - b)]));
}

/** The template that also fits another title; null where the two have too little in common. */
function widen(template: readonly string[], title: readonly string[]): readonly string[] | null {
  const common = template.map((word, at) => (word === title[at] ? word : anyWord));
  const shared = common.filter((word) => word !== anyWord);
  const telling = shared.filter((word) => !isStopWord(word));
  return shared.length >= common.length * minShared && telling.length >= minInformative ? common : null;
}
