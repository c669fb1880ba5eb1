import { readArchive, readRecord } from '@refrain/connectors';
import type { Failure } from '@refrain/domain';

/** The incidents of a file as `refrain import` reads them, with the file's own ids. @returns also why rows cannot be read, one reason for each */
export async function readIncidents(path: string): Promise<{ failures: Failure[]; skipped: string[] }> {
  const failures: Failure[] = [];
  const skipped: string[] = [];
  for await (const row of readArchive(path, { map: {}, skipBroken: true })) {
    if ('skipped' in row) {
      skipped.push(`${path}, line ${row.line}: ${row.skipped}`);
      continue;
    }
    for (const draft of readRecord('archive', row.record).failures)
      failures.push({ ...draft, id: draft.externalId, connectionId: 'incidents', episodeId: null, duplicateOf: null });
  }
  return { failures, skipped };
}
