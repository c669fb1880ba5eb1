import type { ReportChart, ReportSection, ReportTable, Statement } from '@refrain/domain';

/**
 * @param refs refs (short names) of the sources that the statement cites, such as `E1`
 * @param method how the statement was computed; null if that needs no explanation
 */
export function createStatement(text: string, refs: readonly string[] = [], method: string | null = null): Statement {
  return { text, refs: [...refs], method };
}

interface SectionContent {
  readonly table?: ReportTable | null;
  readonly chart?: ReportChart | null;
}

export function createSection(
  id: string,
  title: string,
  statements: readonly Statement[],
  { table = null, chart = null }: SectionContent = {},
): ReportSection {
  return { id, title, statements: [...statements], table, chart, isDetail: false };
}

/** Creates a section of statistics or background, which renderers fold. */
export function createDetailSection(...content: Parameters<typeof createSection>): ReportSection {
  return { ...createSection(...content), isDetail: true };
}

/** Returns whether a section says anything; the others are left out of a report. */
export function hasContent({ statements, table, chart }: ReportSection): boolean {
  return statements.length > 0 || table !== null || chart !== null;
}

/** Removes the columns of a table in which every cell is empty. */
export function dropEmptyColumns({ columns, rows }: ReportTable): ReportTable {
  const isKept = columns.map((_, at) => rows.some((row) => row[at] !== ''));
  return {
    columns: columns.filter((_, at) => isKept[at]),
    rows: rows.map((row) => row.filter((_, at) => isKept[at])),
  };
}
