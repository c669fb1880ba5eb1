import type { Lines } from './lines.ts';
import { isMachineMade, kindOf, type SplitLine, splitLine } from './machine-line.ts';

/** A line shape that occurs in at least this many documents is a template. */
const minDocuments = 3;
/**
 * A position with at most this many distinct values, which repeat, distinguishes failures: a state, a topic, a region.
 */
const maxRepeatingValues = 20;
/**
 * Above this ratio of distinct values to documents, the values of a position do not repeat: nearly each line has its
 * own.
 */
const maxDistinctRatio = 2 / 3;
/** A line with fewer words is not recognisable, unless the words name fields. */
const minWords = 2;
const word = /^[^<]*\p{L}{2}/u;
const valueMark = '…';

/**
 * Learns the templates of log and alert lines: lines with the same words and different values. As in Drain (He et al.
 * 2017, "Drain: an online log parsing approach with fixed depth tree"), lines are matched by their number of tokens and
 * by their words. In contrast to Drain, the form of a token decides whether it may be a value, and all documents
 * together decide which values vary, so the templates do not depend on the order of the lines.
 * @param lines masked; a line counts once per document
 * @returns for each line its text, with `…` in place of the values that vary within its template
 */
export function reduceTemplates({ lines, documents }: Lines): string[] {
  const read = lines.map(readLine);
  const known = new Map<string, Shape>();
  const shapes = read.map((line) => line && noteValues(line, known));
  for (const positions of documents) {
    for (const shape of new Set(positions.map((position) => shapes[position]))) if (shape) shape.documents += 1;
  }
  return lines.map((line, position) => {
    const found = read[position] ?? null;
    const varying = found === null ? [] : listVarying(found.positions, shapes[position] as Shape);
    return found === null || varying.length === 0 ? line : write(found, varying);
  });
}

interface Shape {
  documents: number;
  /** The distinct values seen at each position. */
  readonly values: readonly Set<string>[];
}

/**
 * Adds the values of a line to its shape, and the shape to the known ones.
 * @returns the shape
 */
function noteValues({ key, positions, tokens }: ReadLine, known: Map<string, Shape>): Shape {
  const shape = known.get(key) ?? { documents: 0, values: positions.map(() => new Set<string>()) };
  known.set(key, shape);
  for (const [index, position] of positions.entries()) shape.values[index]?.add(tokens[position] as string);
  return shape;
}

function listVarying(positions: readonly number[], { documents, values }: Shape): number[] {
  if (documents < minDocuments) return [];
  return positions.filter((_, index) => {
    const { size } = values[index] as Set<string>;
    return size > maxRepeatingValues || size > maxDistinctRatio * documents;
  });
}

function write({ tokens, separators }: SplitLine, varying: readonly number[]): string {
  return separators.map((between, at) => between + (varying.includes(at) ? valueMark : (tokens[at] ?? ''))).join('');
}

interface ReadLine extends SplitLine {
  /** The words of the line, with a gap for each name and each value: equal for all lines of one shape. */
  readonly key: string;
  /** Positions of the values. */
  readonly positions: readonly number[];
}

/** @returns null if the line is not machine-made, has no values, or has too few words to be recognisable */
function readLine(masked: string): ReadLine | null {
  const line = splitLine(masked);
  if (line === null || !isMachineMade(masked, line)) return null;
  const kinds = line.tokens.map((_, at) => kindOf(line, at));
  const positions = kinds.flatMap((kind, at) => (kind === 'value' ? [at] : []));
  const words = line.tokens.filter((token, at) => kinds[at] === 'word' && word.test(token)).length;
  const isField = positions.every((at) => /[=:]/u.test(line.separators[at] as string));
  if (positions.length === 0 || words < Math.max(positions.length, isField ? 1 : minWords)) return null;
  const key = line.tokens.map((token, at) => (kinds[at] === 'word' ? token : ` ${kinds[at]}`)).join('\n');
  return { ...line, key, positions };
}
