import { stem } from '../text/stem.ts';
import { splitHumps } from '../text/tokens.ts';

/** A name taken apart. */
export interface NameParts {
  readonly name: string;
  /** Its words in lower case, as stems, without what the organisation puts at the ends of all its names. */
  readonly words: readonly string[];
  /** The words that were left out. */
  readonly affixes: readonly string[];
}

const maxNameLength = 200;
const maxWords = 10;
/** A word at one end of so many names, and of such a share of them, is a habit of naming. */
const habit = { names: 4, share: 0.12 };
/** Words that say what a thing is or where it runs, in any organisation. */
const general: ReadonlySet<string> = new Set(
  'service services svc srv prod production live stage staging test dev sandbox repo repository team squad the'.split(
    ' ',
  ),
);

/** The words of a name in lower case: `larkhaul-PhotoVault (prod)` is larkhaul, photo, vault, prod. */
export function splitName(name: string): string[] {
  const spaced = splitHumps(name.slice(0, maxNameLength));
  return (spaced.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).slice(0, maxWords);
}

/**
 * Takes names apart, leaving out what most of them begin or end with, which is learnt from the names themselves.
 * A name that is nothing else keeps its words.
 */
export function createNameReader(names: Iterable<string>): (name: string) => NameParts {
  const all = [...new Set(names)].map(splitName).filter((words) => words.length > 1);
  const first = countHabits(all.map((words) => words[0] ?? ''));
  const last = countHabits(all.map((words) => words.at(-1) ?? ''));

  return (name) => {
    const words = splitName(name);
    let from = 0;
    let to = words.length;
    while (from < to && (general.has(words[from] ?? '') || first.has(words[from] ?? ''))) from += 1;
    while (to > from && (general.has(words[to - 1] ?? '') || last.has(words[to - 1] ?? ''))) to -= 1;
    const own = from === to ? words : words.slice(from, to);
    const affixes = from === to ? [] : [...words.slice(0, from), ...words.slice(to)];
    return { name, words: own.map(stem), affixes };
  };
}

function countHabits(words: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = Math.max(habit.names, words.length * habit.share);
  return new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word));
}
