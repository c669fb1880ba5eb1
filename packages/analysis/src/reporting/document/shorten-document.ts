import type { ReportDocument, ReportSection, ReportSource } from '@refrain/domain';
import { formatCount } from '../../text/format.ts';
import { createStatement } from './section.ts';

/** Maximum number of rows per table and of episodes among the sources. Rendering thousands takes seconds. */
const maxShown = 200;

/** Keeps only the first 200 rows of each table and the newest 200 source episodes, and states how many there were. */
export function shortenDocument(document: ReportDocument): ReportDocument {
  const { sections, sources } = document;
  const isLong = sections.some(isLongSection) || sources.length > maxShown;
  return isLong ? { ...document, sections: sections.map(shortenSection), sources: shortenSources(sources) } : document;
}

function isLongSection({ table }: ReportSection): boolean {
  return table !== null && table.rows.length > maxShown;
}

function shortenSection(section: ReportSection): ReportSection {
  const { table, statements } = section;
  if (table === null || !isLongSection(section)) return section;
  const shown = createStatement(
    `Only the first ${maxShown} of ${formatCount(table.rows.length, 'row')} are shown.`,
    [],
  );
  return { ...section, statements: [...statements, shown], table: { ...table, rows: table.rows.slice(0, maxShown) } };
}

function shortenSources(sources: readonly ReportSource[]): ReportSource[] {
  const episodes = sources.filter(({ kind }) => kind === 'episode').slice(-maxShown);
  const others = sources.filter(({ kind }) => kind !== 'episode').slice(0, maxShown);
  return [...episodes, ...others];
}
