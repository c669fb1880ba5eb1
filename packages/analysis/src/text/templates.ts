import type { Lines } from './lines.ts';
import { classifyToken, isMachineWrittenLine, type TokenisedLine, tokeniseLine } from './machine-line.ts';

/** A template is learnt if at least this many documents have lines of the same shape. */
const minDocuments = 3;
/**
 * If a position has at most this many distinct values, such as regions, the values are kept because they distinguish
 * failures.
 */
const maxRepeatingValues = 20;
/**
 * If there are more distinct values than this share of the number of documents, the values are replaced, because nearly
 * every line has its own.
 */
const maxDistinctRatio = 2 / 3;
/** Minimum number of words in a line for learning a template. One suffices if all values belong to named fields. */
const minWords = 2;
const word = /^[^<]*\p{L}{2}/u;
const valueMark = '…';

/**
 * Learns templates of log and alert lines, and replaces values that vary within a template by `…`. Like Drain (He et
 * al. 2017), but independent of the order of lines: the form of a token decides whether it may be a value, and all
 * documents together decide which values vary.
 * @param lines masked lines
 * @returns the lines with varying values replaced, in the order of `lines`
 */
export function replaceVaryingValues({ lines, documents }: Lines): string[] {
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
  /** For each varying position, the distinct values there in all lines of this shape. */
  readonly values: readonly Set<string>[];
}

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

function write({ tokens, separators }: TokenisedLine, varying: readonly number[]): string {
  return separators.map((between, at) => between + (varying.includes(at) ? valueMark : (tokens[at] ?? ''))).join('');
}

interface ReadLine extends TokenisedLine {
  /** The words of the line, with a placeholder for each name and value. All lines of one shape have the same key. */
  readonly key: string;
  /** Indices in `tokens` of the tokens that may vary from line to line. */
  readonly positions: readonly number[];
}

/** Parses a log line. Returns null for prose, and for a line without values or with too few words. */
function readLine(masked: string): ReadLine | null {
  const line = tokeniseLine(masked);
  if (line === null || !isMachineWrittenLine(masked, line)) return null;
  const kinds = line.tokens.map((_, at) => classifyToken(line, at));
  const positions = kinds.flatMap((kind, at) => (kind === 'value' ? [at] : []));
  const words = line.tokens.filter((token, at) => kinds[at] === 'word' && word.test(token)).length;
  const isField = positions.every((at) => /[=:]/u.test(line.separators[at] as string));
  if (positions.length === 0 || words < Math.max(positions.length, isField ? 1 : minWords)) return null;
  const key = line.tokens.map((token, at) => (kinds[at] === 'word' ? token : ` ${kinds[at]}`)).join('\n');
  return { ...line, key, positions };
}
