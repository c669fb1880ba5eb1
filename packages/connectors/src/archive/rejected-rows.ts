import { cellToText } from './cells.ts';

/** The column that a file of rejected rows adds. An import ignores the column. */
export const problemColumn = 'import_problem';

/** A row that cannot be imported, as the file has it. */
export interface RejectedRow {
  readonly line: number;
  readonly problem: string;
  /** The cells by column; empty if the row cannot be parsed. */
  readonly values: Readonly<Record<string, unknown>>;
}

const maxRows = 10_000;
const maxCharacters = 20_000_000;
/** Makes spreadsheets read the file as UTF-8. */
const byteOrderMark = '\uFEFF';

/** Collects the rejected rows of a file, at most 10,000 rows and 20 million characters. */
export function createRejectedRows() {
  const rows: RejectedRow[] = [];
  let characters = 0;
  return {
    add(row: RejectedRow): void {
      characters += JSON.stringify(row.values).length;
      if (rows.length < maxRows && characters <= maxCharacters) rows.push(row);
    },
    count: () => rows.length,
    /** Returns the rows as CSV with the columns of the file, after a column that says why each row is rejected. */
    toCsv(): string {
      const named = new Set(rows.flatMap(({ values }) => Object.keys(values)));
      const names = [...named].filter((name) => name !== problemColumn);
      const lines = rows.map(({ line, problem, values }) => [
        `Line ${line}: ${problem}`,
        ...names.map((name) => formatCell(values[name])),
      ]);
      return byteOrderMark + [[problemColumn, ...names], ...lines].map(formatLine).join('');
    },
  };
}

function formatCell(value: unknown): string {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? JSON.stringify(value) : cellToText(value);
}

function formatLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",;|\t\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\r\n`;
}
