import type { Schemas } from '../../api/refrain.ts';
import { count } from '../../labels/format.ts';

const maxLines = 5;
const list = new Intl.ListFormat('en-GB');

/** Says how many rows have a problem, and in which lines: `12 rows: lines 5 ("some day"), 6, 7, 8, 9 and 7 more`. */
export function describeProblemRows({ example, rows, lines }: Omit<Schemas['ImportProblem'], 'problem'>): string {
  const shown = lines.slice(0, maxLines);
  const more = rows - shown.length;
  const numbers = shown.map((line, index) => (index === 0 && example !== null ? `${line} (${example})` : `${line}`));
  const where = list.format(more > 0 ? [...numbers, `${more} more`] : numbers);
  return `${count(rows, 'row')}: ${rows === 1 ? 'line' : 'lines'} ${where}`;
}
