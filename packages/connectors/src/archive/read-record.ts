import { AppError, type FailureDraft, parseInput, type RawRecord } from '@refrain/domain';
import type { ParsedPayload } from '../contract/failure-source.ts';
import { findNamesInProse, redactGivenNames } from '../people/names-in-prose.ts';
import { listResponderNames, mapNamesToRoles } from '../people/people.ts';
import { createFailureDraft } from '../records/create-drafts.ts';
import { toPlainText, toPlainTitle } from '../records/to-plain-text.ts';
import { replaceDateByTimesInText } from './incident-times-in-text.ts';
import { ArchiveIncident } from './schema.ts';

/** Reads the id and the start of a record's failure, which is much faster than to redact its texts. Returns null if there is none. */
export function readArchiveStart({
  type,
  payload,
}: Pick<RawRecord, 'type' | 'payload'>): Pick<FailureDraft, 'kind' | 'externalId' | 'occurredAt' | 'precision'> | null {
  const incident = type === 'archive.incident' ? ArchiveIncident.safeParse(payload).data : undefined;
  if (incident === undefined) return null;
  const { created, precision } = replaceDateByTimesInText(incident);
  return { kind: incident.kind, externalId: incident.id, occurredAt: created, precision };
}

/** Parses an archive record, and redacts email addresses, mentions and recognised names of people. */
export function readArchiveRecord({ type, payload }: Pick<RawRecord, 'type' | 'payload'>): ParsedPayload {
  if (type !== 'archive.incident') {
    throw new AppError('invalid_input', `Archive records of the type "${type.slice(0, 100)}" are not supported`);
  }
  const incident = parseInput(ArchiveIncident, payload, 'the archived incident');
  const prose = findNamesInProse(`${incident.title}\n${incident.text}`);
  const names = [...new Set([...(incident.people ?? []), ...listResponderNames(incident.text), ...prose.full])];
  const roles = mapNamesToRoles(names.map((name, index) => ({ role: `responder ${index + 1}`, names: [name] })));
  const { id, kind, services, repository, severity, url } = incident;
  const { created, resolved, precision } = replaceDateByTimesInText(incident);
  return {
    outcome: 'stored',
    failures: [
      createFailureDraft({
        kind,
        externalId: id,
        title: redactGivenNames(toPlainTitle(incident.title, roles), prose) || id,
        text: redactGivenNames(toPlainText(incident.text, roles), prose),
        services,
        repository,
        occurredAt: created,
        resolvedAt: resolved,
        precision,
        severity,
        url,
        version: resolved !== null && resolved > created ? resolved : created,
      }),
    ],
    changes: [],
  };
}
