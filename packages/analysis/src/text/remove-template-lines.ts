import type { Failure, ReportTemplate } from '@refrain/domain';
import { groupBy } from '../collections/group-by.ts';
import { findTemplateLines } from './form-lines.ts';

/** Texts with fewer lines are assumed to be alerts, which repeat lines without following a template. */
const minLines = 8;
/** A line belongs to the template if at least this many reports of one source, and this share of them, contain it. */
const minReports = 3;
const minShare = 0.3;

function isReport({ text }: Failure): boolean {
  return text.split('\n').length >= minLines;
}

function findReportTemplates(
  incidents: readonly Failure[],
  isTemplateLine = (_line: string) => true,
): ReportTemplate[] {
  const sources = groupBy(incidents.filter(isReport), ({ connectionId }) => [connectionId]);
  return [...sources]
    .map(([connectionId, own]) => {
      const texts = own.map(({ text }) => text);
      return { connectionId, lines: findTemplateLines(texts, minReports, minShare).filter(isTemplateLine) };
    })
    .filter(({ lines }) => lines.length > 0);
}

function removeLines(incidents: readonly Failure[], templates: readonly ReportTemplate[]): Failure[] {
  const linesOf = new Map(templates.map(({ connectionId, lines }) => [connectionId, new Set(lines)]));
  return incidents.map((incident) => {
    const lines = linesOf.get(incident.connectionId);
    if (lines === undefined || !isReport(incident)) return incident;
    const kept = incident.text.split('\n').filter((line) => !lines.has(line.trim()));
    return { ...incident, text: kept.join('\n') };
  });
}

/** Removes template lines such as "Link the rollback", since they would count as statements about every incident. */
export function removeTemplateLines(incidents: readonly Failure[]): Failure[] {
  return removeLines(incidents, findReportTemplates(incidents));
}

/** Matches headings and labels. */
const heading = /^[#=|]|(?::|\*\*)$/u;
/** A template line with fewer words may be a statement that several reports share, such as "Nobody was affected." */
const minWords = 6;

/** Matches an item of a checklist that nobody ticked. */
const openItem = /^\s*[-*+] \[ ?\]\s/u;
const item = /^\s*[-*+] \[[ x]?\]\s/iu;

/** Finds the instructions of the templates that incident reports repeat, by connection. Leaves out headings and short lines. */
export function findInstructions(failures: readonly Failure[]): ReportTemplate[] {
  return findReportTemplates(
    failures.filter(({ kind }) => kind === 'incident'),
    (line) => !heading.test(line) && line.split(/\s+/u).length >= minWords,
  );
}

/**
 * Removes the instructions of templates from the texts of incidents, and items of checklists: those that nobody ticked, and
 * all in the text of a reverted change, whose checklist is about its review. Keeps headings, which say what the next lines
 * are about.
 * @param templates from `findInstructions` for all failures
 */
export function removeTemplateText(failures: readonly Failure[], templates: readonly ReportTemplate[]): Failure[] {
  const incidents = failures.filter(({ kind }) => kind === 'incident');
  const reduced = new Map(removeLines(incidents, templates).map((incident) => [incident.id, incident]));
  return failures.map((failure) => removeItems(reduced.get(failure.id) ?? failure));
}

function removeItems(failure: Failure): Failure {
  const pattern = failure.kind === 'reverted_change' ? item : openItem;
  const lines = failure.text.split('\n');
  const kept = lines.filter((line) => !pattern.test(line));
  return kept.length === lines.length ? failure : { ...failure, text: kept.join('\n') };
}
