import { setTimeout as wait } from 'node:timers/promises';
import { findCurrentTrace, runWithinTraces, type Trace } from '@refrain/process';
import { createJobEnqueuer, type JobEnqueuerDeps } from './enqueue.ts';

interface StoredRow {
  readonly id: string;
  readonly connectionId: string;
}

const batchSize = 200;
/**
 * The time in milliseconds for which stored records are collected into one job. A job for ten records takes little longer than
 * a job for one.
 */
const gatherMs = 100;

/**
 * Creates a function that enqueues parse jobs for stored records in the background. It enqueues the first records at once, and
 * further records ten times a second.
 */
export function createParseJobEnqueuer(deps: JobEnqueuerDeps): (rows: readonly StoredRow[]) => void {
  const enqueue = createJobEnqueuer(deps);
  let waiting = new Map<string, string[]>();
  let traces: Trace[] = [];
  let isInProgress = false;

  async function run(): Promise<void> {
    isInProgress = true;
    while (waiting.size > 0) {
      const batches = [...waiting].flatMap(([connectionId, ids]) =>
        Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, index) => ({
          connectionId,
          inboxIds: ids.slice(index * batchSize, (index + 1) * batchSize),
        })),
      );
      const batchTraces = traces;
      waiting = new Map();
      traces = [];
      await runWithinTraces('queue reading', batchTraces, batches.length, () => enqueue('parse-records', batches));
      await wait(gatherMs);
    }
    isInProgress = false;
  }

  return (rows) => {
    traces.push(findCurrentTrace());
    for (const { id, connectionId } of rows) {
      const ids = waiting.get(connectionId);
      if (ids === undefined) waiting.set(connectionId, [id]);
      else ids.push(id);
    }
    if (!isInProgress) void run();
  };
}
