import type { CatalogueFailure } from './catalogue-input.ts';

const mostWords = 5;
/** Letters that a name of one word must have: `api` and `web` name nothing. */
const shortestWord = 5;
const longestText = 6_000;

/** For each incident, the repositories whose names stand in its text, however their words are joined. */
export function markNamed(
  incidents: readonly CatalogueFailure[],
  repositories: readonly string[],
): ReadonlySet<string>[] {
  const byKey = new Map<string, string[]>();
  for (const repository of repositories) {
    const words = wordsIn(shortName(repository));
    if (words.length > mostWords || (words.length === 1 && (words[0]?.length ?? 0) < shortestWord)) continue;
    const key = words.join(' ');
    byKey.set(key, [...(byKey.get(key) ?? []), repository]);
  }
  const starts = new Set([...byKey.keys()].map((key) => key.split(' ', 1)[0]));
  return incidents.map(({ title, text }) => {
    const words = wordsIn(`${title}\n${text}`.slice(0, longestText));
    const marks = new Set<string>();
    for (let at = 0; at < words.length; ) {
      const count = starts.has(words[at]) ? countNamed(words, at, byKey) : 0;
      for (const repository of byKey.get(words.slice(at, at + count).join(' ')) ?? []) marks.add(repository);
      at += Math.max(1, count);
    }
    return marks;
  });
}

/** How many words from a position on are a name, the longest: `courier-app-api` does not name `courier-app`. */
function countNamed(words: readonly string[], at: number, names: ReadonlyMap<string, unknown>): number {
  for (let count = Math.min(mostWords, words.length - at); count > 0; count -= 1) {
    if (names.has(words.slice(at, at + count).join(' '))) return count;
  }
  return 0;
}

export function shortName(repository: string): string {
  return repository.slice(repository.lastIndexOf('/') + 1);
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{1,60}/gu) ?? [];
}
