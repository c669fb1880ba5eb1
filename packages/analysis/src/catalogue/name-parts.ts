import { stem } from '../text/stem.ts';
import { splitHumps } from '../text/tokens.ts';

/** A name split into words. */
export interface NameParts {
  readonly name: string;
  /** Stems of its words in lower case, without the affixes that the organisation gives to all names. */
  readonly words: readonly string[];
  /** The removed affixes. */
  readonly affixes: readonly string[];
}

const maxNameLength = 200;
const maxWords = 10;
/** A word at one end of at least this many names, and this share of them, is an affix. */
const affixThreshold = { names: 4, share: 0.12 };
/** General words for what a thing is or where it runs. */
const general: ReadonlySet<string> = new Set(
  'service services svc srv prod production live stage staging test dev sandbox repo repository team squad the'.split(
    ' ',
  ),
);

/** Splits a name into lower-case words: `larkhaul-PhotoVault (prod)` into larkhaul, photo, vault, prod. */
export function splitName(name: string): string[] {
  const spaced = splitHumps(name.slice(0, maxNameLength));
  return (spaced.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).slice(0, maxWords);
}

/**
 * Returns a function that splits names and removes affixes, which are learnt from the names themselves. A name that
 * consists of affixes only keeps its words.
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
  const minCount = Math.max(affixThreshold.names, words.length * affixThreshold.share);
  return new Set([...counts].filter(([, count]) => count >= minCount).map(([word]) => word));
}
