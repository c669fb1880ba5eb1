import { AppError, type Instant } from '@refrain/domain';
import { createColumnReader } from '../../archive/columns.ts';
import { commandLineAdvice } from '../../archive/import-advice.ts';
import { replaceDateByTimesInText } from '../../archive/incident-times-in-text.ts';
import { readPostMortemColumns } from '../../archive/read-markdown.ts';
import type { ParsedPayload } from '../../contract/failure-source.ts';
import { findNamesInProse, redactGivenNames } from '../../people/names-in-prose.ts';
import { listResponderNames, mapNamesToRoles } from '../../people/people.ts';
import { createFailureDraft } from '../../records/create-drafts.ts';
import { findReferences } from '../../records/find-references.ts';
import { removeHtmlComments, toPlainText, toPlainTitle } from '../../records/to-plain-text.ts';
import type { FileRecord } from './schema.ts';

/**
 * Reads a Markdown post-mortem as an incident. A renamed file is a new incident, and its former path no longer counts.
 */
export function readPostMortemFile(record: FileRecord): ParsedPayload {
  const { repository, path, url, content, commits, formerPath } = record;
  const first = dateOf(commits?.first);
  const last = dateOf(commits?.last);
  const incident = readIncident(content, path, first);
  const { created, resolved, precision } = replaceDateByTimesInText(incident);
  const prose = findNamesInProse(`${incident.title}\n${incident.text}`);
  const names = [...new Set([...listResponderNames(incident.text), ...prose.full])];
  const roles = mapNamesToRoles([
    { role: 'author', names: [commits?.first.author?.name, commits?.last.author?.name] },
    ...names.map((name, index) => ({ role: `responder ${index + 1}`, names: [name] })),
  ]);
  const failure = createFailureDraft({
    kind: 'incident',
    externalId: identityOf(repository, path),
    title: redactGivenNames(toPlainTitle(incident.title, roles), prose) || path,
    text: redactGivenNames(toPlainText(removeHtmlComments(incident.text), roles), prose),
    services: incident.services,
    repository: incident.repository ?? repository,
    occurredAt: created,
    resolvedAt: resolved,
    precision,
    severity: incident.severity,
    responders: names.length > 0 ? names.length : null,
    references: findReferences([incident.url ?? '', content].join('\n'), url ?? null),
    url: url ?? incident.url,
    version: last ?? created,
  });
  const former = formerPath ? [{ ...failure, externalId: identityOf(repository, formerPath), isFailure: false }] : [];
  return { outcome: 'stored', failures: [failure, ...former], changes: [] };
}

function identityOf(repository: string, path: string): string {
  return `${repository}#postmortem/${path}`;
}

/** Reads invalid front matter as text and skips invalid dates, because nobody would see an error message. */
function readIncident(content: string, path: string, committed: Instant | null) {
  const asText = readPostMortemColumns(`\n${content}`, path) ?? {};
  const values = readPostMortemColumns(content, path) ?? asText;
  const { title, name, text, created } = values;
  const reader = createColumnReader({
    map: {},
    constants: {},
    dayFirst: false,
    now: Date.now(),
    onNote: () => {},
    advice: commandLineAdvice,
  });
  let reason = '';
  const dates = [created, asText.created, committed];
  for (const columns of [values, ...dates.map((date) => ({ title: title ?? name, text, created: date }))]) {
    const read = reader.read(columns, true);
    if ('incident' in read) return read.incident;
    reason = read.reason;
  }
  throw new AppError(
    'invalid_input',
    `The post-mortem ${JSON.stringify(path.slice(0, 200))} cannot be read: ${reason}`,
  );
}

function dateOf(commit: NonNullable<FileRecord['commits']>['first'] | undefined): Instant | null {
  return commit?.committer?.date ?? commit?.author?.date ?? null;
}
