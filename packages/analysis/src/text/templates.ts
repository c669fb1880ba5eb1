import type { Lines } from './lines.ts';
import { isMachineMade, kindOf, type SplitLine, splitLine } from './machine-line.ts';
import { remember } from './remember.ts';

/** In so many documents a shape of line is a template. */
const leastDocuments = 3;
/** A place with at most so many values, which repeat, tells failures apart: a state, a topic, a region. */
const fewValues = 20;
/** Above this share of its documents the values of a place do not repeat: nearly each line has its own. */
const ownValues = 2 / 3;
/** Fewer words say too little to know a line by, unless they name a field. */
const fewestWords = 2;
const word = /^[^<]*\p{L}{2}/u;
const varied = '…';

/** What was learnt of the lines that machines write in one organisation. */
export interface Templates {
  /** A masked line with `…` for each value that varies within its template; any other line as it is. Linear in the line. */
  reduce(masked: string): string;
}

/**
 * Learns templates of log and alert lines: lines of one shape, whose words are the same and whose values are not. As in
 * Drain (He et al. 2017, "Drain: an online log parsing approach with fixed depth tree") lines meet by their number of tokens
 * and by their words; but which tokens may be values is read off the token, and which of these vary is voted on by all
 * documents at once. So the templates do not depend on the order of the lines.
 * @param lines masked; a line counts once per document
 */
export function learnTemplates({ lines, documents }: Lines): Templates {
  const readOnce = remember(readLine);
  const known = new Map<string, Shape>();
  const shapes = lines.map((line) => {
    const read = readOnce(line);
    if (read === null) return null;
    const shape = known.get(read.key) ?? { documents: 0, values: read.places.map(() => new Set<string>()) };
    known.set(read.key, shape);
    for (const [index, place] of read.places.entries()) shape.values[index]?.add(read.tokens[place] as string);
    return shape;
  });
  for (const written of documents) {
    for (const shape of new Set(written.map((position) => shapes[position]))) if (shape) shape.documents += 1;
  }
  const varying = new Map<string, readonly boolean[]>();
  for (const [key, { documents: count, values }] of known) {
    const votes = values.map(({ size }) => size > fewValues || size > ownValues * count);
    if (count >= leastDocuments && votes.includes(true)) varying.set(key, votes);
  }
  return {
    reduce(masked) {
      const read = varying.size === 0 ? null : readOnce(masked);
      const votes = read === null ? undefined : varying.get(read.key);
      if (read === null || votes === undefined) return masked;
      const tokens = [...read.tokens];
      for (const [index, place] of read.places.entries()) if (votes[index]) tokens[place] = varied;
      return read.separators.map((between, at) => between + (tokens[at] ?? '')).join('');
    },
  };
}

interface Shape {
  documents: number;
  /** By place, the values that were seen there. */
  readonly values: readonly Set<string>[];
}

interface ReadLine extends SplitLine {
  /** The words of the line, with a gap for each name and each value: the same for all lines of one shape. */
  readonly key: string;
  /** Positions of the values. */
  readonly places: readonly number[];
}

/** @returns null where no machine wrote the line, where nothing in it may vary, or where its words are too few to know it by */
function readLine(masked: string): ReadLine | null {
  const line = splitLine(masked);
  if (line === null || !isMachineMade(masked, line)) return null;
  const kinds = line.tokens.map((_, at) => kindOf(line, at));
  const places = kinds.flatMap((kind, at) => (kind === 'value' ? [at] : []));
  const words = line.tokens.filter((token, at) => kinds[at] === 'word' && word.test(token)).length;
  const isField = places.every((at) => /[=:]/u.test(line.separators[at] as string));
  if (places.length === 0 || words < Math.max(places.length, isField ? 1 : fewestWords)) return null;
  const key = line.tokens.map((token, at) => (kinds[at] === 'word' ? token : ` ${kinds[at]}`)).join('\n');
  return { ...line, key, places };
}
