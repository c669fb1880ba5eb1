import { readArchive, readRecord } from '@refrain/connectors';
import type { Failure } from '@refrain/domain';

/** The incidents of a file as `refrain import` reads them, with the file's own ids. Rows that cannot be read are counted. */
export async function readIncidents(path: string): Promise<{ failures: Failure[]; skipped: number }> {
  const failures: Failure[] = [];
  let skipped = 0;
  for await (const row of readArchive(path, { map: {}, skipBroken: true })) {
    if ('skipped' in row) {
      skipped += 1;
      continue;
    }
    for (const draft of readRecord('archive', row.record).failures)
      failures.push({ ...draft, id: draft.externalId, connectionId: 'incidents', episodeId: null, duplicateOf: null });
  }
  return { failures, skipped };
}
