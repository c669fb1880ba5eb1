import { isSecretHeading } from './find-secrets-in-tables.ts';
import type { Span } from './find-value-spans.ts';
import {
  isNumberedWord,
  isSecretReference,
  isStateOrPlaceholder,
  isStrongPassword,
  looksLikeName,
  looksRandom,
} from './is-secret-value.ts';
import type { SecretName } from './secret-names.ts';

const maxLineLength = 1_000;
const columnName = /^[ ]?["']?[A-Za-z_][\w.-]{0,40}(?:[ ][\w.-]{1,40})?["']?[ \r]?$/u;

/** Finds secrets in a delimited list (CSV, TSV) with a column that has the name of a secret. */
export function findSecretsInDelimitedLists(text: string, names: readonly SecretName[]): Span[] {
  const spans: Span[] = [];
  let readTo = 0;
  for (const { start } of names) {
    if (start < readTo) continue;
    const header = lineAt(text, start);
    readTo = header.end + 1;
    const separator = ['\t', ',', ';'].find((sign) => header.line.includes(sign));
    if (separator === undefined) continue;
    const columns = header.line.split(separator);
    if (!columns.every((column) => columnName.test(column))) continue;
    const headings = columns.map((column) => column.replace(/["'\r]/gu, '').trim());
    while (readTo < text.length) {
      const row = lineAt(text, readTo);
      const cells = listCells(row.line, separator, row.start);
      if (cells.length !== columns.length) break;
      spans.push(...cells.filter((cell, column) => isSecretCell(cell, headings[column] ?? '')));
      readTo = row.end + 1;
    }
  }
  return spans;
}

/** Returns the line at a position; an empty line if it is too long. */
function lineAt(text: string, position: number): Span & { readonly line: string } {
  const before = text.slice(Math.max(0, position - maxLineLength), position);
  const start = position - (before.length - (before.lastIndexOf('\n') + 1));
  const found = text.indexOf('\n', position);
  const end = found === -1 ? text.length : found;
  return { start, end, line: end - start > maxLineLength ? '' : text.slice(start, end) };
}

interface Cell extends Span {
  readonly value: string;
  /** Whether a space follows the separator, as in prose. */
  readonly isSpaced: boolean;
}

const quotedCell = /"[^"\n]{0,500}"/gu;

function listCells(line: string, separator: string, start: number): Cell[] {
  const masked = line.replace(quotedCell, (cell) => cell.replaceAll(separator, '\u0001'));
  let at = start;
  return masked.split(separator).map((cell) => {
    const from = at;
    at += cell.length + 1;
    const value = cell.trim().replace(/^"|"$/gu, '');
    const valueStart = from + cell.indexOf(value);
    return { value, start: valueStart, end: valueStart + value.length, isSpaced: cell.startsWith(' ') };
  });
}

function isSecretCell({ value, isSpaced }: Cell, heading: string): boolean {
  if (!isSecretHeading(heading) || (isNumberedWord(value) && !/pass|pwd/iu.test(heading))) return false;
  if (value.length < 6 || /\s/u.test(value) || isStateOrPlaceholder(value) || isSecretReference(value)) return false;
  return isSpaced ? isStrongPassword(value) : looksRandom(value) && !looksLikeName(value);
}
