import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '@refrain/store';
import { assignNewFailures } from './assign-new-failures.ts';
import { batchesOf } from './batches.ts';
import type { ThreadedFailureIndex } from './threaded-failure-index.ts';

/** Assigns failures that arrived since the last clustering to the most likely pattern, until the next clustering. */
export interface NewFailureAssigner {
  /** Queues the given failures, which were put into the index, or all new failures of the store if `put` is null. */
  note(put: readonly string[] | null): void;
  /**
   * Assigns queued failures to patterns until a deadline, but at least one batch.
   * @param until the deadline, by `performance.now()`
   */
  follow(until: number, signal: AbortSignal): Promise<void>;
}

/** The number of failures per batch. The event loop is blocked while one batch is read. */
const batchSize = 10;

export function createNewFailureAssigner(
  store: Pick<Store, 'failures' | 'patterns'>,
  search: ThreadedFailureIndex['search'],
): NewFailureAssigner {
  const waiting = new Set<string>();
  let isKnown = false;
  let clusteredVersion: string | null = null;

  /** Reads new failures from the store initially, and after each clustering, because they may fit a new pattern. */
  async function readStore(): Promise<void> {
    const version = await store.patterns.findClusteredVersion();
    if (isKnown && version === clusteredVersion) return;
    const ids = version === null ? [] : await store.patterns.listNewFailures();
    waiting.clear();
    for (const id of ids) waiting.add(id);
    clusteredVersion = version;
    isKnown = true;
  }

  return {
    note(put) {
      if (put === null) isKnown = false;
      for (const id of put ?? []) waiting.add(id);
    },
    async follow(until, signal) {
      await readStore();
      for (const [index, ids] of [...batchesOf([...waiting], batchSize)].entries()) {
        const startedAt = performance.now();
        if (signal.aborted || (index > 0 && startedAt >= until)) return;
        // Removes the batch first, so that it is not retried after an error; the next clustering handles its failures.
        for (const id of ids) waiting.delete(id);
        await assignNewFailures(store, search, ids);
        // Waits as long as the batch took, so that assignments use at most half of the thread's time.
        await wait(performance.now() - startedAt, null, { signal }).catch(() => null);
      }
    },
  };
}
