import { findRevertedChanges, findRollbacks, rollbackSuffix } from '@refrain/analysis';
import { hideNamesInProse } from '@refrain/connectors';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from '../worker/deps.ts';
import { mapInTurns } from '../worker/map-yielding.ts';

/** Finds what no record says by itself: reverted changes and rolled-back deployments. Former findings that no longer hold go. */
export function createDetectFailures({ store, producer }: IngestDeps): Handler<'detect-failures'> {
  async function detect(connectionId: string, repository: string): Promise<void> {
    // Before the changes: what arrives between the two reads is owed another run.
    const version = await store.changes.findVersion(connectionId, repository);
    const changes = await store.changes.listByRepository(connectionId, repository);
    const redact = await store.people.findRedactor();
    const reverts = await mapInTurns(findRevertedChanges(changes, redact), hideNamesInProse);
    const rollbacks = findRollbacks(changes);
    const { changed } = await store.failures.upsert(connectionId, [...reverts, ...rollbacks]);
    const idsOf = (found: typeof reverts) => found.map(({ externalId }) => externalId);
    const removed =
      (await store.failures.removeMissing(connectionId, 'reverted_change', repository, idsOf(reverts))) +
      (await store.failures.removeMissing(
        connectionId,
        'failed_deployment',
        repository,
        idsOf(rollbacks),
        rollbackSuffix,
      ));
    if (changed + removed > 0) await producer.enqueue('recluster-when-due', {});
    if (version !== null) await store.detections.record(connectionId, repository, version);
  }

  return ({ connectionId, repository }) =>
    store.failures.withDetectionLock(connectionId, repository, () => detect(connectionId, repository));
}
