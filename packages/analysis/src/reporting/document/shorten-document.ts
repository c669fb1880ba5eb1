import type { ReportDocument, ReportSection, ReportSource } from '@refrain/domain';
import { formatCount } from '../../text/format.ts';
import { createStatement } from './section.ts';

/** The maximum number of table rows and of episodes among the sources, because thousands take seconds to render. */
const maxShown = 200;

/** Limits a document to the newest 200 rows per table and 200 episodes among its sources, and states that it did. */
export function shortenDocument(document: ReportDocument): ReportDocument {
  const { sections, sources } = document;
  const isLong = sections.some(isLongSection) || sources.length > maxShown;
  return isLong ? { ...document, sections: sections.map(shortenSection), sources: shortenSources(sources) } : document;
}

function isLongSection({ table }: ReportSection): boolean {
  return table !== null && table.rows.length > maxShown;
}

/** Keeps the last rows, which are the newest. */
function shortenSection(section: ReportSection): ReportSection {
  const { table, statements } = section;
  if (table === null || !isLongSection(section)) return section;
  const shown = createStatement(`Only the last ${maxShown} of ${formatCount(table.rows.length, 'row')} are shown.`, []);
  return { ...section, statements: [...statements, shown], table: { ...table, rows: table.rows.slice(-maxShown) } };
}

function shortenSources(sources: readonly ReportSource[]): ReportSource[] {
  const episodes = sources.filter(({ kind }) => kind === 'episode').slice(-maxShown);
  const others = sources.filter(({ kind }) => kind !== 'episode').slice(0, maxShown);
  return [...episodes, ...others];
}
