import type { Failure } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { findTemplateLines } from '../text/form-lines.ts';

/** Texts with fewer lines are assumed to be alerts, which repeat lines without following a template. */
const minLines = 8;
/** A line belongs to the template if at least this many reports of one source, and this share of them, contain it. */
const minReports = 3;
const minShare = 0.3;

/** Removes template lines such as "Link the rollback", since they would count as statements about every incident. */
export function removeTemplateLines(incidents: readonly Failure[]): Failure[] {
  const isReport = ({ text }: Failure) => text.split('\n').length >= minLines;
  const sources = groupBy(incidents.filter(isReport), ({ connectionId }) => [connectionId]);
  const formOf = new Map(
    [...sources].map(([source, own]) => {
      const texts = own.map(({ text }) => text);
      return [source, new Set(findTemplateLines(texts, minReports, minShare))] as const;
    }),
  );
  return incidents.map((incident) => {
    const form = formOf.get(incident.connectionId);
    if (form === undefined || form.size === 0 || !isReport(incident)) return incident;
    const kept = incident.text.split('\n').filter((line) => !form.has(line.trim()));
    return { ...incident, text: kept.join('\n') };
  });
}
