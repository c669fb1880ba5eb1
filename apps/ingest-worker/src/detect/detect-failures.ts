import { findRevertedChanges, findRollbacks, rollbackIdSuffix } from '@refrain/analysis';
import { redactNamesInProse } from '@refrain/connectors';
import type { JobHandler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';
import { mapWithYields } from '../worker/map-with-yields.ts';

/**
 * Creates the job that detects reverted changes and rollbacks of a repository, and removes those that are no longer detected. Then it
 * enqueues the verification of fixes that wait for a deployment of the repository.
 */
export function createDetectFailuresHandler({ store, producer }: IngestDeps): JobHandler<'detect-failures'> {
  async function detect(connectionId: string, repository: string): Promise<void> {
    // The version is read first. If a change then arrives during the detection, the version is outdated, and another detection
    // follows.
    const version = await store.changes.findVersion(connectionId, repository);
    const changes = await store.changes.listByRepository(connectionId, repository);
    const redact = await store.retention.findRedactor();
    const reverts = await mapWithYields(findRevertedChanges(changes, redact), redactNamesInProse);
    const rollbacks = findRollbacks(changes);
    const { changed } = await store.failures.upsert(connectionId, [...reverts, ...rollbacks]);
    const idsOf = (found: typeof reverts) => found.map(({ externalId }) => externalId);
    const { removeMissing } = store.failures;
    const removed =
      (await removeMissing(connectionId, 'reverted_change', repository, idsOf(reverts))) +
      (await removeMissing(connectionId, 'failed_deployment', repository, idsOf(rollbacks), rollbackIdSuffix));
    if (changed + removed > 0) await producer.enqueue('recluster-when-due', {});
    const undeployed = await store.improvements.listUndeployed([repository]);
    await producer.enqueueMany(
      'verify-effect',
      undeployed.map((improvementId) => ({ improvementId })),
    );
    if (version !== null) await store.changes.recordDetection(connectionId, repository, version);
  }

  return ({ connectionId, repository }) =>
    store.failures.withDetectionLock(connectionId, repository, () => detect(connectionId, repository));
}
