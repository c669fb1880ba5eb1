import type {
  ReportCell,
  ReportChart,
  ReportDocument,
  ReportSection,
  ReportSource,
  ReportTable,
  Statement,
} from '@refrain/domain';

/**
 * @param refs refs (short names) of the sources that the statement cites, such as `E1`
 * @param method how the statement was computed; null if that needs no explanation
 */
export function createStatement(text: string, refs: readonly string[] = [], method: string | null = null): Statement {
  return { text, refs: [...refs], method };
}

/** Creates a statement below a short heading. */
export function createLabelledStatement(label: string, text: string, refs: readonly string[] = []): Statement {
  return { label, ...createStatement(text, refs) };
}

interface SectionContent {
  readonly table?: ReportTable | null;
  readonly chart?: ReportChart | null;
}

/** Creates a visible section. Joins consecutive plain statements to one paragraph, which cites the sources of all. */
export function createSection(
  id: string,
  title: string,
  statements: readonly Statement[],
  { table = null, chart = null }: SectionContent = {},
): ReportSection {
  return { id, title, statements: joinPlainStatements(statements), table, chart, isDetail: false };
}

/** Creates a section of statistics or background, which renderers fold. */
export function createDetailSection(
  id: string,
  title: string,
  statements: readonly Statement[],
  content: SectionContent = {},
): ReportSection {
  return { ...createSection(id, title, [], content), statements: [...statements], isDetail: true };
}

function joinPlainStatements(statements: readonly Statement[]): Statement[] {
  const joined: Statement[] = [];
  for (const statement of statements) {
    const last = joined.at(-1);
    if (last !== undefined && isPlain(last) && isPlain(statement)) {
      const refs = [...new Set([...last.refs, ...statement.refs])];
      joined[joined.length - 1] = createStatement(`${last.text} ${statement.text}`, refs);
    } else joined.push(statement);
  }
  return joined;
}

function isPlain({ label, isQuotation, method }: Statement): boolean {
  return label === undefined && isQuotation === undefined && method === null;
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

export function readCellText(cell: ReportCell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

/** Lists the sources that statements cite but no table contains. Statements link changes, patterns and further reading themselves. */
export function listUntabledSources({ lead, sections, sources }: ReportDocument): ReportSource[] {
  const statements = [lead, ...sections.flatMap((section) => section.statements)];
  const cells = sections.flatMap(({ table }) => (table?.rows ?? []).flat());
  const tabled = new Set(cells.flatMap((cell) => (typeof cell === 'string' ? [] : [cell.ref])));
  const cited = new Set(statements.flatMap(({ refs }) => refs));
  return sources.filter(
    ({ ref, kind }) => cited.has(ref) && !tabled.has(ref) && (kind === 'episode' || kind === 'improvement'),
  );
}
