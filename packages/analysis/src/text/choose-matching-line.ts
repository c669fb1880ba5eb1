import { stem } from './stem.ts';
import { listTokens } from './tokens.ts';

const readLength = 20_000;
const maxLength = 240;
/** Characters of the line that are shown before the first word of a longer line. */
const before = 60;

interface TitledText {
  readonly title: string;
  readonly text: string;
}

/**
 * Returns the sentence or line of a text with most of the words, shortened around the first of them. Returns the first line
 * if none has any of the words, and null if the text says no more than the title.
 */
export function chooseMatchingLine({ title, text }: TitledText, words: readonly string[]): string | null {
  const wanted = new Set(words.map((word) => stem(word.toLowerCase())));
  const lines = text
    .slice(0, readLength)
    .split(/[\n\r\u2028\u2029]|(?<=[.!?])\s/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line) && !title.includes(line));
  let best = { line: lines[0] ?? '', found: [] as string[] };
  for (const line of lines) {
    const found = findWords(line, wanted);
    if (found.length > best.found.length) best = { line, found };
  }
  if (best.line === '') return null;
  return shortenAround(best.line, best.found);
}

/** Returns the words of a line, in its own spelling, whose stems are wanted; each stem once. */
function findWords(line: string, wanted: ReadonlySet<string>): string[] {
  const found = new Map<string, string>();
  for (const { value, surface } of listTokens(line)) {
    const term = stem(value);
    if (wanted.has(term) && !found.has(term)) found.set(term, surface);
  }
  return [...found.values()];
}

function shortenAround(line: string, words: readonly string[]): string {
  if (line.length <= maxLength) return line;
  const first = Math.min(...words.map((word) => line.indexOf(word)).filter((at) => at >= 0), line.length);
  const wanted = first === line.length ? 0 : Math.max(0, first - before);
  const start = wanted === 0 ? 0 : line.indexOf(' ', wanted) + 1;
  const end = start + maxLength;
  const middle = line.slice(start, end < line.length ? line.lastIndexOf(' ', end) : line.length);
  return `${start > 0 ? '… ' : ''}${middle}${end < line.length ? ' …' : ''}`;
}
