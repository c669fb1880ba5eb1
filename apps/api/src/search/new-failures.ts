import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '@refrain/store';
import { assignNewFailures } from './assign-new-failures.ts';
import { batchesOf } from './batches.ts';
import type { IndexThread } from './index-thread.ts';

/** Assigns failures that arrived since the last clustering to their most likely pattern, until the next clustering. */
export interface NewFailures {
  /** Adds failures that were put into the index; null if it is unknown which of them are new, so that the store is read. */
  note(put: readonly string[] | null): void;
  /**
   * Assigns queued failures, at least one batch.
   * @param until `performance.now()` after which the rest waits for the next call
   */
  follow(until: number, signal: AbortSignal): Promise<void>;
}

/** Batch size: searches wait for one failure at most, and the event loop for reading one batch. */
const atOnce = 10;

export function createNewFailures(
  store: Pick<Store, 'failures' | 'patterns'>,
  search: IndexThread['search'],
): NewFailures {
  const waiting = new Set<string>();
  let isKnown = false;
  let grouped: string | null = null;

  /** Also reads the store after a clustering: a failure may fit a new pattern. */
  async function readStore(): Promise<void> {
    const now = await store.patterns.findClusteredVersion();
    if (isKnown && now === grouped) return;
    const ids = now === null ? [] : await store.patterns.listNewFailures();
    waiting.clear();
    for (const id of ids) waiting.add(id);
    grouped = now;
    isKnown = true;
  }

  return {
    note(put) {
      if (put === null) isKnown = false;
      for (const id of put ?? []) waiting.add(id);
    },
    async follow(until, signal) {
      await readStore();
      for (const [place, ids] of [...batchesOf([...waiting], atOnce)].entries()) {
        const startedAt = performance.now();
        if (signal.aborted || (place > 0 && startedAt >= until)) return;
        // Removed first, so that a failing one is not retried forever: the next clustering handles it.
        for (const id of ids) waiting.delete(id);
        await assignNewFailures(store, search, ids);
        // Uses at most half of the time of the thread.
        await wait(performance.now() - startedAt, null, { signal }).catch(() => null);
      }
    },
  };
}
