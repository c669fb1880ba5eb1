import type { IndexAnswer, IndexedFailure, IndexQuestion } from '@refrain/analysis';
import type { StatedResolution } from '@refrain/domain';
import { openThread } from '@refrain/process';

/** The index of failures in a thread of its own. What is asked is answered in the order of asking. */
export interface IndexThread {
  /** @returns how many failures are held then; so `drop`, `finish` and `size` */
  put(failures: readonly IndexedFailure[]): Promise<number>;
  drop(ids: readonly string[]): Promise<number>;
  finish(): Promise<number>;
  size(): Promise<number>;
  /** Does a few milliseconds of work ahead of questions. @returns how many failures are left to do that for */
  settle(): Promise<number>;
  search(question: IndexQuestion): Promise<IndexAnswer>;
  /** Finds the resolution that each text states. A text of 60,000 characters takes up to 20 ms. */
  findResolutions(texts: readonly string[]): Promise<(StatedResolution | null)[]>;
  close(): Promise<void>;
}

/** Searches are short, and many may come at once: with it nobody is refused before they would wait for seconds. */
const mostWaiting = 1_000;

/** Starts with an empty index. @param file the thread's script as it is built, unless it is where it belongs */
export function createIndexThread(file = new URL('./index-worker.js', import.meta.url)): IndexThread {
  // A thread that ends is replaced by an empty one: who fills it sees that by its size.
  const thread = openThread(file, { mostWaiting });
  const run =
    (name: string) =>
    <Answer>(task: unknown) =>
      thread.run<Answer>(task, { name });
  return {
    put: run('put'),
    drop: run('drop'),
    finish: () => run('finish')(null),
    size: () => run('size')(null),
    settle: () => run('settle')(null),
    search: run('search'),
    findResolutions: run('findResolutions'),
    close: thread.close,
  };
}
