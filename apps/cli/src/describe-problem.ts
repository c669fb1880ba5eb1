import type { ImportProblem } from '@refrain/domain';

const maxLines = 5;
const list = new Intl.ListFormat('en-GB');

/** Says which rows have a problem: `12 rows, lines 5 ("some day"), 6, 7, 8, 9 and 7 more: its date cannot be read`. */
export function describeProblem({ problem, example, rows, lines }: ImportProblem): string {
  const shown = lines.slice(0, maxLines);
  const more = rows - shown.length;
  const numbers = shown.map((line, index) => (index === 0 && example !== null ? `${line} (${example})` : `${line}`));
  const where = list.format(more > 0 ? [...numbers, `${more} more`] : numbers);
  return rows === 1 ? `line ${where}: ${problem}` : `${rows} rows, lines ${where}: ${problem}`;
}
