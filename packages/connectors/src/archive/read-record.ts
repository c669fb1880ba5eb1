import { AppError, parseInput, type RawRecord } from '@refrain/domain';
import type { Observed } from '../failure-source.ts';
import { plainText, plainTitle } from '../plain-text.ts';
import { ArchiveIncident } from './schema.ts';

/**
 * A row of an archive names nobody in a column: e-mail addresses and mentions in its text are replaced.
 * @throws {AppError} `invalid_input`
 */
export function readArchiveRecord({ type, payload }: Pick<RawRecord, 'type' | 'payload'>): Observed {
  if (type !== 'archive.incident') {
    throw new AppError('invalid_input', `No reader for the record type ${type.slice(0, 100)}`);
  }
  const incident = parseInput(ArchiveIncident, payload, 'the archived incident');
  const { id, kind, created, resolved, services, repository, severity, url } = incident;
  return {
    outcome: 'stored',
    failures: [
      {
        kind,
        externalId: id,
        title: plainTitle(incident.title, {}) || id,
        text: plainText(incident.text, {}),
        services,
        repository,
        environment: null,
        paths: [],
        sha: null,
        occurredAt: created,
        resolvedAt: resolved,
        severity,
        url,
        version: resolved !== null && resolved > created ? resolved : created,
        isFailure: true,
        confidence: 1,
      },
    ],
    changes: [],
  };
}
