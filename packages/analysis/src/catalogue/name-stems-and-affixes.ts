import { stem } from '../text/stem.ts';
import { countDocumentsByTerm } from '../text/tf-idf.ts';
import { splitCamelCase } from '../text/tokens.ts';

export interface NameStemsAndAffixes {
  /** Stems of the name's words in lower case, without affixes. */
  readonly words: readonly string[];
  /** Words that were removed at the ends of the name, such as `prod` or the company's name. */
  readonly affixes: readonly string[];
}

const maxNameLength = 200;
const maxWords = 10;
/** A word is an affix if at least this number and this share of the names begin (or end) with it. */
const affixThreshold = { names: 4, share: 0.12 };
/** Words that count as affixes in every organisation. */
const general: ReadonlySet<string> = new Set(
  'service services svc srv prod production live stage staging test dev sandbox repo repository team squad the'.split(
    ' ',
  ),
);

/** Splits a name into lower-case words: `larkhaul-PhotoVault (prod)` into `larkhaul`, `photo`, `vault`, `prod`. */
export function splitNameIntoWords(name: string): string[] {
  const spaced = splitCamelCase(name.slice(0, maxNameLength));
  return (spaced.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []).slice(0, maxWords);
}

/** Learns an organisation's affixes. Returns a function that splits a name and removes affixes if any word remains. */
export function createNameSplitter(names: Iterable<string>): (name: string) => NameStemsAndAffixes {
  const all = [...new Set(names)].map(splitNameIntoWords).filter((words) => words.length > 1);
  const first = findAffixes(all.map((words) => words[0] ?? ''));
  const last = findAffixes(all.map((words) => words.at(-1) ?? ''));

  return (name) => {
    const words = splitNameIntoWords(name);
    let from = 0;
    let to = words.length;
    while (from < to && (general.has(words[from] ?? '') || first.has(words[from] ?? ''))) from += 1;
    while (to > from && (general.has(words[to - 1] ?? '') || last.has(words[to - 1] ?? ''))) to -= 1;
    const own = from === to ? words : words.slice(from, to);
    const affixes = from === to ? [] : [...words.slice(0, from), ...words.slice(to)];
    return { words: own.map(stem), affixes };
  };
}

function findAffixes(words: readonly string[]): ReadonlySet<string> {
  const minCount = Math.max(affixThreshold.names, words.length * affixThreshold.share);
  return new Set(
    [...countDocumentsByTerm(words.map((word) => [word]))]
      .filter(([, count]) => count >= minCount)
      .map(([word]) => word),
  );
}
