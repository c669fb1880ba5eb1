import type { Failure } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { findFormLines } from '../text/form-lines.ts';

/** Fewest lines of a report that may have been written into a template. An alert has fewer, and is the same each time. */
const minLines = 8;
/** A line in so many reports of one source belongs to its template. */
const minReports = 3;
const minShare = 0.3;

/**
 * Removes from reports what the template of their source says in each of them, such as "Link the ticket of the rollback": it would
 * count as said of every incident.
 */
export function removeReportForms(incidents: readonly Failure[]): Failure[] {
  const isReport = ({ text }: Failure) => text.split('\n').length >= minLines;
  const sources = groupBy(incidents.filter(isReport), ({ connectionId }) => [connectionId]);
  const formOf = new Map(
    [...sources].map(([source, own]) => {
      const texts = own.map(({ text }) => text);
      return [source, new Set(findFormLines(texts, minReports, minShare))] as const;
    }),
  );
  return incidents.map((incident) => {
    const form = formOf.get(incident.connectionId);
    if (form === undefined || form.size === 0 || !isReport(incident)) return incident;
    const kept = incident.text.split('\n').filter((line) => !form.has(line.trim()));
    return { ...incident, text: kept.join('\n') };
  });
}
