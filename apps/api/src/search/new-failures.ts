import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '@refrain/store';
import { assignNewFailures } from './assign-new-failures.ts';
import { batchesOf } from './batches.ts';
import type { IndexThread } from './index-thread.ts';

/** Gives failures that came in since the last regrouping the pattern that they most likely belong to, until the next one. */
export interface NewFailures {
  /** Notes what was put into the index, or that it is not known which of them are new: then the store is asked. */
  note(put: readonly string[] | null): void;
  /** Assigns what was noted, at least one batch. @param until when to leave the rest for the next call, by `performance.now()` */
  follow(until: number, signal: AbortSignal): Promise<void>;
}

/** Questions that people ask wait for one of these at most, and the event loop for what is read of a batch. */
const atOnce = 10;

export function createNewFailures(
  store: Pick<Store, 'arrivals' | 'failures' | 'patterns'>,
  search: IndexThread['search'],
): NewFailures {
  const waiting = new Set<string>();
  let isKnown = false;
  let grouped: string | null = null;

  /** After a regrouping too: what fitted nowhere may fit into a pattern that it found. */
  async function readStore(): Promise<void> {
    const now = await store.patterns.inputVersion();
    if (isKnown && now === grouped) return;
    const ids = now === null ? [] : await store.arrivals.list();
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
        // First, so that one that makes trouble does not come up again and again: the regrouping takes it in.
        for (const id of ids) waiting.delete(id);
        await assignNewFailures(store, search, ids);
        // Half of the thread's time at most, while much comes in.
        await wait(performance.now() - startedAt, null, { signal }).catch(() => null);
      }
    },
  };
}
