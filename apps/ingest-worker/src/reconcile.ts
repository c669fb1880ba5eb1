import { secondInMs } from '@refrain/domain';
import type { Handler } from '@refrain/jobs';
import type { IngestDeps } from './deps.ts';
import type { DetectionLedger } from './detection-ledger.ts';
import { enqueueNormalise } from './enqueue-normalise.ts';

/** Younger rows are on their way through the queue already. */
const unprocessedAfterMs = 10 * secondInMs;
/** A stream that stood still for so long has lost its job. */
const stillAfterMs = 30 * secondInMs;
/** Rows put back at a time; the rest follows in the next run. */
const mostRows = 5_000;

/** Puts back what is owed: everything here is read from PostgreSQL, nothing is taken from Redis. */
export function createReconcile({ store, producer, now }: IngestDeps, ledger: DetectionLedger): Handler<'reconcile'> {
  const ago = (ms: number) => new Date(now() - ms).toISOString();

  async function readRecords(): Promise<boolean> {
    const rows = await store.inbox.listUnprocessed(mostRows, ago(unprocessedAfterMs));
    await enqueueNormalise(producer, rows);
    return rows.length > 0;
  }

  async function moveStreams(): Promise<void> {
    const limit = ago(stillAfterMs);
    for (const { id } of await store.connections.list()) {
      const streams = await store.connections.listStreams(id);
      const still = streams.filter(
        ({ state, updatedAt }) => (state === 'waiting' || state === 'running') && updatedAt < limit,
      );
      await producer.enqueueMany(
        'pull-stream',
        still.map(({ stream }) => ({ connectionId: id, stream })),
      );
    }
  }

  let detectedVersion: string | null = null;
  async function detect(version: string): Promise<void> {
    if (version === detectedVersion) return;
    const owed = ledger.listOwed(await store.changes.listAll());
    await producer.enqueueMany('detect-reverts', owed);
    if (owed.length === 0) detectedVersion = version;
  }

  async function openIssues(): Promise<void> {
    const approved = (await store.improvements.listApproved()).filter(({ issueNumber }) => issueNumber === null);
    await producer.enqueueMany(
      'ensure-issue',
      approved.map(({ id }) => ({ improvementId: id })),
    );
  }

  return async () => {
    await moveStreams();
    await openIssues();
    if (await readRecords()) return;
    const version = await store.patterns.currentInputVersion();
    if (version !== (await store.patterns.inputVersion())) await producer.enqueue('recluster', {});
    await detect(version);
  };
}
