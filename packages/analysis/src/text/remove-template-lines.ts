import type { Failure } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { findTemplateLines } from './form-lines.ts';

/** Texts with fewer lines are assumed to be alerts, which repeat lines without following a template. */
const minLines = 8;
/** A line belongs to the template if at least this many reports of one source, and this share of them, contain it. */
const minReports = 3;
const minShare = 0.3;

/**
 * Removes template lines such as "Link the rollback", since they would count as statements about every incident.
 * @param isRemovable returns whether a template line is removed
 */
export function removeTemplateLines(incidents: readonly Failure[], isRemovable = (_line: string) => true): Failure[] {
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
    const kept = incident.text.split('\n').filter((line) => !(form.has(line.trim()) && isRemovable(line)));
    return { ...incident, text: kept.join('\n') };
  });
}

/** Matches headings and labels. */
const heading = /^[#=|]|(?::|\*\*)$/u;
/** A template line with fewer words may be a statement that several reports share, such as "Nobody was affected." */
const minWords = 6;

/** Matches an item of a checklist that nobody ticked. */
const openItem = /^\s*[-*+] \[ ?\]\s/u;
const item = /^\s*[-*+] \[[ x]?\]\s/iu;

/**
 * Removes the instructions of templates from the texts of incidents, and items of checklists: those that nobody ticked, and
 * all in the text of a reverted change, whose checklist is about its review. Keeps headings, which say what the next lines
 * are about.
 */
export function removeTemplateText(failures: readonly Failure[]): Failure[] {
  const incidents = failures.filter(({ kind }) => kind === 'incident');
  const isInstruction = (line: string) => !heading.test(line.trim()) && line.trim().split(/\s+/u).length >= minWords;
  const reduced = new Map(removeTemplateLines(incidents, isInstruction).map((incident) => [incident.id, incident]));
  return failures.map((failure) => removeItems(reduced.get(failure.id) ?? failure));
}

function removeItems(failure: Failure): Failure {
  const pattern = failure.kind === 'reverted_change' ? item : openItem;
  const lines = failure.text.split('\n');
  const kept = lines.filter((line) => !pattern.test(line));
  return kept.length === lines.length ? failure : { ...failure, text: kept.join('\n') };
}
