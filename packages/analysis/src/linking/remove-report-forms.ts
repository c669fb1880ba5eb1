import type { Failure } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { findFormLines } from '../text/form-lines.ts';

/** Minimum number of lines of a report that may follow a template. An alert has fewer and repeats. */
const minLines = 8;
/** A line belongs to a template if at least this many reports of one source, and this share of them, contain it. */
const minReports = 3;
const minShare = 0.3;

/**
 * Removes the lines of their source's template from reports, such as "Link the ticket of the rollback": they would
 * count as statements about every incident.
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
