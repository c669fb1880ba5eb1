import { judgePlannedWork } from '@refrain/analysis';
import { providers, readArchive } from '@refrain/connectors';
import type { Failure } from '@refrain/domain';

/**
 * Reads the incidents of a file in the same way as `refrain import`, but keeps the ids of the file. `skipped` has a reason for each
 * unreadable row.
 */
export async function readIncidents(path: string): Promise<{ failures: Failure[]; skipped: string[] }> {
  const failures: Failure[] = [];
  const skipped: string[] = [];
  for await (const row of readArchive(path, { map: {}, skipBroken: true })) {
    if ('skipped' in row) {
      skipped.push(`${path}, line ${row.line}: ${row.skipped}`);
      continue;
    }
    for (const draft of providers.readRecord('archive', row.record).failures)
      failures.push({
        ...judgePlannedWork(draft),
        ...{ id: draft.externalId, connectionId: 'incidents', episodeId: null, duplicateOf: null },
      });
  }
  return { failures, skipped };
}
