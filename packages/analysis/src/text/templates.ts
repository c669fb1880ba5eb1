import type { Lines } from './lines.ts';
import { classifyToken, isMachineMade, type SplitLine, splitLine } from './machine-line.ts';

/** Minimum number of documents with lines of the same shape for a template. */
const minDocuments = 3;
/** A position with at most this many distinct values, such as a region or topic, distinguishes failures and is kept. */
const maxRepeatingValues = 20;
/** Above this ratio of distinct values to documents, nearly each line has its own value, which is replaced. */
const maxDistinctRatio = 2 / 3;
/** Minimum number of words of a recognisable line; one is enough if all values belong to named fields. */
const minWords = 2;
const word = /^[^<]*\p{L}{2}/u;
const valueMark = '…';

/**
 * Learns templates of log and alert lines, and replaces the values that vary within a template by `…`. Like Drain (He
 * et al. 2017, "Drain: an online log parsing approach with fixed depth tree"), but independent of the order of lines: a
 * token's form decides whether it may be a value, and all documents together decide which values vary.
 * @param lines masked lines
 * @returns the reduced lines, in the order of `lines`
 */
export function reduceTemplates({ lines, documents }: Lines): string[] {
  const read = lines.map(readLine);
  const known = new Map<string, Shape>();
  const shapes = read.map((line) => line && addToShape(line, known));
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
  /** The distinct values at each position of a value in the shape. */
  readonly values: readonly Set<string>[];
}

/** Adds a line's values to its shape, which is created if it is new. */
function addToShape({ key, positions, tokens }: ReadLine, known: Map<string, Shape>): Shape {
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
  /** Equal for all lines of one shape: the words, with a placeholder for each name and value. */
  readonly key: string;
  /** Indices of the values in `tokens`. */
  readonly positions: readonly number[];
}

/** Parses a log line; returns null for prose, and for a line without values or with too few words. */
function readLine(masked: string): ReadLine | null {
  const line = splitLine(masked);
  if (line === null || !isMachineMade(masked, line)) return null;
  const kinds = line.tokens.map((_, at) => classifyToken(line, at));
  const positions = kinds.flatMap((kind, at) => (kind === 'value' ? [at] : []));
  const words = line.tokens.filter((token, at) => kinds[at] === 'word' && word.test(token)).length;
  const isField = positions.every((at) => /[=:]/u.test(line.separators[at] as string));
  if (positions.length === 0 || words < Math.max(positions.length, isField ? 1 : minWords)) return null;
  const key = line.tokens.map((token, at) => (kinds[at] === 'word' ? token : ` ${kinds[at]}`)).join('\n');
  return { ...line, key, positions };
}
