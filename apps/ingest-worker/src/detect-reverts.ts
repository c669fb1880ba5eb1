import { findRevertedChanges } from '@refrain/analysis';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from './deps.ts';
import type { DetectionLedger } from './detection-ledger.ts';

/** Finds what was taken back in a repository; former findings that no longer hold are removed. */
export function createDetectReverts(
  { store, producer }: IngestDeps,
  ledger: DetectionLedger,
): Handler<'detect-reverts'> {
  async function detect(connectionId: string, repository: string): Promise<void> {
    // Before the changes: what arrives between the two reads is owed another run.
    const versions = await store.changes.listRepositoryVersions({ connectionId, repository });
    const failures = findRevertedChanges(await store.changes.listByRepository(connectionId, repository));
    const { changed } = await store.failures.upsert(connectionId, failures);
    const removed = await store.failures.removeMissing(
      connectionId,
      'reverted_change',
      repository,
      failures.map(({ externalId }) => externalId),
    );
    if (changed + removed > 0) await producer.enqueue('recluster', {});
    ledger.record(versions);
  }

  return ({ connectionId, repository }) =>
    store.failures.withDetectionLock(connectionId, repository, () => detect(connectionId, repository));
}
