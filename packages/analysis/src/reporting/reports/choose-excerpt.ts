import { stem } from '../../text/stem.ts';
import { listTokens } from '../../text/tokens.ts';

const readLength = 20_000;
const maxLines = 3;
const maxLineLength = 200;

/** The lines of a text that say most of the given terms, at most three, in the order of the text; empty for an empty text. */
export function chooseExcerpt(text: string, terms: readonly string[]): string {
  const wanted = new Set(terms.flatMap((term) => [term.toLowerCase(), stem(term.toLowerCase())]));
  const lines = text
    .slice(0, readLength)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .map((line, position) => ({ line, position, said: countSaid(line, wanted) }));
  const chosen = [...lines].sort((a, b) => b.said - a.said || a.position - b.position).slice(0, maxLines);
  const telling = chosen.filter(({ said }) => said > 0);
  return (telling.length > 0 ? telling : lines.slice(0, 1))
    .sort((a, b) => a.position - b.position)
    .map(({ line }) => (line.length <= maxLineLength ? line : `${line.slice(0, maxLineLength - 1)}…`))
    .join('\n');
}

function countSaid(line: string, wanted: ReadonlySet<string>): number {
  const said = listTokens(line.slice(0, 2_000)).flatMap(({ value, kind }) =>
    kind === 'word' ? [value, stem(value)] : [value],
  );
  return new Set(said.filter((term) => wanted.has(term))).size;
}
