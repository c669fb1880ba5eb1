import type { ReportDocument, ReportSection, ReportSource } from '@refrain/domain';
import { formatCount } from '../../text/format.ts';
import { say } from './section.ts';

/** Rows of a table, and episodes among the sources. Nobody reads more, and thousands of them take seconds to render. */
const maxShown = 200;

/** A document with at most 200 rows in each table and 200 episodes among its sources, the newest ones, which says so. */
export function shortenDocument(document: ReportDocument): ReportDocument {
  const { sections, sources } = document;
  const isLong = sections.some(isLongSection) || sources.length > maxShown;
  return isLong ? { ...document, sections: sections.map(shortenSection), sources: shortenSources(sources) } : document;
}

function isLongSection({ table }: ReportSection): boolean {
  return table !== null && table.rows.length > maxShown;
}

/** Rows are in the order of time. */
function shortenSection(section: ReportSection): ReportSection {
  const { table, statements } = section;
  if (table === null || !isLongSection(section)) return section;
  const shown = say(`Only the last ${maxShown} of ${formatCount(table.rows.length, 'row')} are shown.`, []);
  return { ...section, statements: [...statements, shown], table: { ...table, rows: table.rows.slice(-maxShown) } };
}

function shortenSources(sources: readonly ReportSource[]): ReportSource[] {
  const episodes = sources.filter(({ kind }) => kind === 'episode').slice(-maxShown);
  const others = sources.filter(({ kind }) => kind !== 'episode').slice(0, maxShown);
  return [...episodes, ...others];
}
