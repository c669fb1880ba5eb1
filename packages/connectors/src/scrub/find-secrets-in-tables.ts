import type { Span } from './find-value-spans.ts';
import { isStateOrPlaceholder, looksLikeName, looksRandom } from './is-secret-value.ts';
import { secretNamePattern } from './secret-names.ts';

const heading = new RegExp(
  String.raw`^[\s*_\x60]*(?:[\w.-]{1,60}[ _-])?(?:${secretNamePattern}|pass|pwd)[\s*_\x60]*$`,
  'iu',
);
const rule = /^[\s:]{0,40}-[\s:-]{0,400}$/u;
/** Matches the line that psql and mysql print between the header and the rows. */
const printedRule = /^\s{0,40}[+-]{3,1000}\s{0,40}$/u;
const maxLineLength = 2_000;

interface Cell extends Span {
  readonly text: string;
}

export function isSecretHeading(text: string): boolean {
  return heading.test(text);
}

/** Finds secrets in tables of Markdown, psql and mysql, by the name of a secret in the header or next to the value. */
export function findSecretsInTables(text: string): Span[] {
  if (!text.includes('|')) return [];
  const spans: Span[] = [];
  let columns: readonly number[] | null = null;
  const rows = listRows(text);
  for (const [index, { cells, isRule }] of rows.entries()) {
    if (isRule) continue;
    const next = rows[index + 1];
    const isHeader = isMarkdownRule(next?.cells ?? []) || (cells.length > 0 && columns === null && next?.isRule);
    if (cells.length === 0) columns = null;
    if (isHeader) columns = cells.flatMap((cell, column) => (heading.test(cell.text) ? [column] : []));
    if (isHeader) continue;
    const neighbours = cells.flatMap((cell, column) => (heading.test(cell.text) ? [column + 1] : []));
    spans.push(...(columns ?? []).flatMap((column) => secretIn(cells[column], () => false)));
    spans.push(...neighbours.flatMap((column) => secretIn(cells[column], looksLikeName)));
  }
  return spans;
}

function isMarkdownRule(cells: readonly Cell[]): boolean {
  return cells.length > 0 && cells.every((cell) => rule.test(cell.text));
}

interface Row {
  readonly cells: readonly Cell[];
  readonly isRule: boolean;
}

function listRows(text: string): Row[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const start = at;
    at += line.length + 1;
    const cells = line.includes('|') && line.length <= maxLineLength ? listCells(line, start) : [];
    return { cells, isRule: cells.length === 0 && line.includes('-+') && printedRule.test(line) };
  });
}

function listCells(line: string, start: number): Cell[] {
  return Array.from(line.matchAll(/[^|]+/gu), ({ 0: text, index }) => ({
    text,
    start: start + index,
    end: start + index + text.length,
  })).filter((cell, index) => index > 0 || cell.text.trim() !== '');
}

const content = /^[\s*_\x60]{0,20}(?<value>[^\s\x60]{6,500})[\s*_\x60]*$/u;

function secretIn(cell: Cell | undefined, isOther: (value: string) => boolean): Span[] {
  const value = content.exec(cell?.text ?? '')?.groups?.value;
  if (cell === undefined || value === undefined || isStateOrPlaceholder(value) || !looksRandom(value) || isOther(value))
    return [];
  const start = cell.start + cell.text.indexOf(value);
  return [{ start, end: start + value.length }];
}
