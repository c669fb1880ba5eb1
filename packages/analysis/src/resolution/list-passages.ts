import { countWords, readSentences, type Sentence } from './read-sentences.ts';
import { readSigns, type Signs } from './resolution-signs.ts';

/** A sentence with its neighbours of the same section, as a quotation. */
export interface Passage {
  /** Verbatim, but for white space and marks of lists and tables between the sentences. */
  readonly text: string;
  readonly signs: Signs;
  readonly sentences: readonly { readonly text: string; readonly signs: Signs }[];
}

/** How many sentences before and after the chosen one. */
const extents = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
  [2, 0],
  [2, 1],
  [3, 0],
  [3, 1],
] as const;
/** More words are no quotation. */
const mostWords = 58;
/** Signs of neighbours that count; of the place of a sentence only its own does. */
const ownOnly: readonly string[] = ['place', 'placeSquared'];

/** All passages that may say what resolved an incident. */
export function listPassages(report: string): Passage[] {
  const sentences = readSentences(report);
  const signs = readSigns(sentences);
  return sentences.flatMap((_, at) =>
    extents.flatMap(([before, after]) => describePassage(sentences, signs, at, before, after)),
  );
}

function describePassage(
  sentences: readonly Sentence[],
  signs: readonly Signs[],
  at: number,
  before: number,
  after: number,
): Passage[] {
  const inside = sentences.slice(Math.max(0, at - before), at + after + 1);
  const { section } = sentences[at] as Sentence;
  if (inside.length !== before + after + 1 || inside.some((one) => one.section !== section)) return [];
  const text = inside.map((one) => one.text).join(' ');
  const length = countWords(text);
  if (length > mostWords) return [];
  const own = signs[at] as Signs;
  const others = signs.slice(at - before, at + after + 1).filter((one) => one !== own);
  const nearby = Object.assign({}, ...others) as Signs;
  const ofOthers = Object.entries(nearby)
    .filter(([name]) => !ownOnly.includes(name))
    .map(([name, value]) => [`near:${name}`, value] as const);
  return [
    {
      text,
      sentences: inside.map((one, nth) => ({ text: one.text, signs: signs[at - before + nth] as Signs })),
      signs: { ...own, ...Object.fromEntries(ofOthers), length: length / mostWords, sentences: inside.length - 1 },
    },
  ];
}
