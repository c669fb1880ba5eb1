import type { IndexedFailure, IndexQuestion, IndexResult } from '@refrain/analysis';
import type { StatedResolution } from '@refrain/domain';
import { openThread } from '@refrain/process';

/** The failure index in a worker thread. It handles tasks in order. */
export interface IndexThread {
  /** @returns the number of indexed failures; so do `drop`, `finish` and `size` */
  put(failures: readonly IndexedFailure[]): Promise<number>;
  drop(ids: readonly string[]): Promise<number>;
  finish(): Promise<number>;
  size(): Promise<number>;
  /**
   * Precomputes for a few milliseconds.
   * @returns the number of failures that are left
   */
  compact(): Promise<number>;
  search(question: IndexQuestion): Promise<IndexResult>;
  /** Finds the resolution that each text states. A text of 60,000 characters takes up to 20 ms. */
  findResolutions(texts: readonly string[]): Promise<(StatedResolution | null)[]>;
  close(): Promise<void>;
}

/** Queue length of the thread. Searches are short, so that the last one waits a few seconds at most. */
const maxWaiting = 1_000;

/**
 * Starts a thread with an empty index.
 * @param file compiled script of the thread
 */
export function createIndexThread(file = new URL('./index-worker.js', import.meta.url)): IndexThread {
  // A crashed thread is replaced by an empty one, which its owner notices by `size`.
  const thread = openThread(file, { maxWaiting });
  const run =
    (name: string) =>
    <Answer>(task: unknown) =>
      thread.run<Answer>(task, { name });
  return {
    put: run('put'),
    drop: run('drop'),
    finish: () => run('finish')(null),
    size: () => run('size')(null),
    compact: () => run('compact')(null),
    search: run('search'),
    findResolutions: run('findResolutions'),
    close: thread.close,
  };
}
