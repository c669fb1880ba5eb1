import { setTimeout as wait } from 'node:timers/promises';
import type { IndexAnswer, IndexQuestion } from '@refrain/analysis';
import { type AppError, type StatedResolution, secondInMs, toAppError } from '@refrain/domain';
import type { Store } from '@refrain/store';
import { batchesOf } from './batches.ts';
import { createIndexThread, type IndexThread } from './index-thread.ts';
import { createIndexedFailures, type IndexedFailures } from './indexed-failures.ts';
import { createNewFailures } from './new-failures.ts';
import { readFailures } from './read-failures.ts';
import { createResolutionCache } from './resolution-cache.ts';

/** The index of all counted failures, which follows the store. Once it is complete it also assigns what comes in to its pattern. */
export interface FailureIndex {
  /** Begins to read the store, and looks for what changed until it is closed. */
  start(): void;
  search(question: IndexQuestion): Promise<IndexAnswer>;
  /** Finds the resolution that each text states. Texts that were not asked for lately are read in the thread of the index. */
  findResolutions(texts: readonly string[]): Promise<(StatedResolution | null)[]>;
  /** How many failures the store has, and whether all of them have been taken in. */
  progress(): { readonly failures: number; readonly complete: boolean };
  close(): Promise<void>;
}

export interface FailureIndexOptions {
  readonly store: Store;
  readonly onError: (error: AppError) => void;
  /** The thread's script as it is built, unless it is where it belongs. */
  readonly threadFile?: URL;
  /** Between two looks, in milliseconds. */
  readonly restMs?: number;
  /** Largest share of the time in which the store compares: after a comparison that found changes, and after one that found none. */
  readonly share?: Share;
}

interface Share {
  readonly busy: number;
  readonly quiet: number;
}

/** A look at many failures takes the store a moment; it rests longer then, and longest while nothing comes in. */
const defaultShare: Share = { busy: 1 / 20, quiet: 1 / 100 };
const restAfterTroubleMs = 30 * secondInMs;
/** Parts that are compared by one query, and failures that are read and sent at once: a few milliseconds of the event loop. */
const bucketsAtOnce = 32;
const failuresAtOnce = 50;

interface Look {
  /** How long the store took to compare, in milliseconds. */
  readonly tookMs: number;
  /** Whether all was as it had been: while much comes in, what would be done ahead is soon undone. */
  readonly isQuiet: boolean;
}

/** In milliseconds. */
function restAfter({ tookMs, isQuiet }: Look, { quiet, busy }: Share): number {
  return tookMs / (isQuiet ? quiet : busy);
}

/** Nothing heavy happens on the caller's event loop: reading comes in small batches, everything else is the thread's work. */
export function createFailureIndex(options: FailureIndexOptions): FailureIndex {
  const { store, onError, threadFile, restMs = 2 * secondInMs, share = defaultShare } = options;
  const stop = new AbortController();
  let thread: IndexThread | null = null;
  let held = createIndexedFailures();
  let complete = false;
  let failures = 0;
  let following = Promise.resolve();
  const search = (question: IndexQuestion) => openThread().search(question);
  const arrivals = createNewFailures(store, search);

  function openThread(): IndexThread {
    thread ??= createIndexThread(threadFile);
    return thread;
  }
  /** What a thread held is gone with it: then everything is put again. */
  async function checkThread(open: IndexThread): Promise<IndexedFailures> {
    if ((await open.size()) !== held.size()) {
      await thread?.close();
      thread = null;
      held = createIndexedFailures();
      complete = false;
    }
    return held;
  }
  async function look(): Promise<Look> {
    const known = await checkThread(openThread());
    const open = openThread();
    const startedAt = performance.now();
    const listed = await store.search.listBuckets();
    const tookMs = performance.now() - startedAt;
    failures = listed.reduce((sum, bucket) => sum + bucket.failures, 0);
    const moved = known.listMoved(listed);
    const result = { tookMs, isQuiet: moved.length === 0 };
    for (const buckets of batchesOf(moved, bucketsAtOnce)) {
      const { put, drop } = known.compare(buckets, await store.search.listVersions(buckets));
      if (drop.length > 0) await open.drop(drop);
      known.note([], drop);
      for (const versions of batchesOf(put, failuresAtOnce)) {
        const read = await readFailures(
          store,
          versions.map(({ id }) => id),
        );
        const ids = new Set(read.map(({ id }) => id));
        await open.put(read);
        if (complete) arrivals.note([...ids]);
        known.note(
          versions.filter(({ id }) => ids.has(id)),
          [],
        );
        if (stop.signal.aborted) return result;
      }
      known.settle(buckets, listed);
    }
    if (!complete) {
      await open.finish();
      arrivals.note(null);
    }
    complete = true;
    return result;
  }
  /** Until there is nothing left to do, or it is time for the next look. */
  async function settle(until: number): Promise<void> {
    while (!stop.signal.aborted && performance.now() < until && (await openThread().settle()) > 0);
  }
  async function follow(): Promise<void> {
    while (!stop.signal.aborted) {
      const looked = await look().catch((thrown: unknown) => {
        if (!stop.signal.aborted) onError(toAppError(thrown));
        return null;
      });
      const rest = looked === null ? restAfterTroubleMs : Math.max(restMs, restAfter(looked, share));
      const until = performance.now() + rest;
      if (looked !== null && complete) {
        await arrivals.follow(until, stop.signal).catch((thrown: unknown) => {
          if (!stop.signal.aborted) onError(toAppError(thrown));
        });
      }
      if (looked?.isQuiet) await settle(until).catch((thrown: unknown) => onError(toAppError(thrown)));
      await wait(Math.max(0, until - performance.now()), null, { signal: stop.signal }).catch(() => null);
    }
  }

  return {
    start() {
      following = follow();
    },
    search,
    findResolutions: createResolutionCache((texts) => openThread().findResolutions(texts)),
    progress: () => ({ failures, complete }),
    async close() {
      stop.abort();
      await thread?.close();
      await following;
    },
  };
}
