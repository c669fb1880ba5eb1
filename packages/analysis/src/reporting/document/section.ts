import type { ReportChart, ReportSection, ReportTable, Statement } from '@refrain/domain';

/**
 * @param refs refs (short names) of the sources that the statement cites, such as `E1`
 * @param method how the statement was computed; null if that needs no explanation
 */
export function createStatement(text: string, refs: readonly string[] = [], method: string | null = null): Statement {
  return { text, refs: [...refs], method };
}

export function createSection(
  id: string,
  title: string,
  statements: readonly Statement[],
  { table = null, chart = null }: { readonly table?: ReportTable | null; readonly chart?: ReportChart | null } = {},
): ReportSection {
  return { id, title, statements: [...statements], table, chart };
}
