import { stem } from './stem.ts';
import { listTokens } from './tokens.ts';

const readLength = 20_000;
const maxLines = 3;
const maxLineLength = 200;

/**
 * Selects the three lines with the most of `terms`, or the first line if no line has any. An empty text has no excerpt.
 */
export function chooseExcerpt(text: string, terms: readonly string[]): string {
  const termSet = new Set(terms.flatMap((term) => [term.toLowerCase(), stem(term.toLowerCase())]));
  const lines = text
    .slice(0, readLength)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .map((line, position) => ({ line, position, count: countTerms(line, termSet) }));
  const chosen = [...lines].sort((a, b) => b.count - a.count || a.position - b.position).slice(0, maxLines);
  const matching = chosen.filter(({ count }) => count > 0);
  return (matching.length > 0 ? matching : lines.slice(0, 1))
    .sort((a, b) => a.position - b.position)
    .map(({ line }) => (line.length <= maxLineLength ? line : `${line.slice(0, maxLineLength - 1)}…`))
    .join('\n');
}

function countTerms(line: string, termSet: ReadonlySet<string>): number {
  const words = listTokens(line.slice(0, 2_000)).flatMap(({ value, kind }) =>
    kind === 'word' ? [value, stem(value)] : [value],
  );
  return new Set(words.filter((term) => termSet.has(term))).size;
}
