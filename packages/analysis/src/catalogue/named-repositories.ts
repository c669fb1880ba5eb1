import { groupBy } from '../collections/group-by.ts';
import { listAlphanumericRuns } from '../text/tokens.ts';
import type { CatalogueFailure } from './catalogue-input.ts';
import { shortRepositoryName } from './short-repository-name.ts';

const maxWords = 5;
/** Minimum length of a repository's name that has one word, since `api` or `web` in a text identifies nothing. */
const minWordLength = 5;
const maxTextLength = 6_000;

/** Returns for each incident the repositories that its text names. The words of a name may have any separators. */
export function listNamedRepositories(
  incidents: readonly CatalogueFailure[],
  repositories: readonly string[],
): ReadonlySet<string>[] {
  const byKey = groupBy(repositories, (repository) => {
    const words = listAlphanumericRuns(shortRepositoryName(repository));
    const isTooLittle = words.length === 1 && (words[0]?.length ?? 0) < minWordLength;
    return words.length > maxWords || isTooLittle ? [] : [words.join(' ')];
  });
  const starts = new Set([...byKey.keys()].map((key) => key.split(' ', 1)[0]));
  return incidents.map(({ title, text }) => {
    const words = listAlphanumericRuns(`${title}\n${text}`.slice(0, maxTextLength));
    const marks = new Set<string>();
    for (let at = 0; at < words.length; ) {
      const count = starts.has(words[at]) ? countNamed(words, at, byKey) : 0;
      for (const repository of byKey.get(words.slice(at, at + count).join(' ')) ?? []) marks.add(repository);
      at += Math.max(1, count);
    }
    return marks;
  });
}

/**
 * Returns the number of words of the longest name that begins at a position. The text `courier-app-api` names the
 * repository `courier-app-api`, not `courier-app`.
 */
function countNamed(words: readonly string[], at: number, names: ReadonlyMap<string, unknown>): number {
  for (let count = Math.min(maxWords, words.length - at); count > 0; count -= 1) {
    if (names.has(words.slice(at, at + count).join(' '))) return count;
  }
  return 0;
}
