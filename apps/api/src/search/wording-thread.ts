import { minuteInMs, type WordingAnswer } from '@refrain/domain';
import { openThread } from '@refrain/process';

/** Checks texts for blame in a thread of its own: a long one takes a second, in which nobody else would be answered. */
export interface WordingThread {
  check(text: string): Promise<WordingAnswer>;
  close(): Promise<void>;
}

/** Who rewrites a text asks again and again. */
const idleMs = minuteInMs;

/**
 * The thread begins at the first text, and is let go of when nobody asks any more.
 * @param file the thread's script as it is built, unless it is where it belongs
 */
export function openWordingThread(file = new URL('./wording-worker.js', import.meta.url)): WordingThread {
  const thread = openThread(file, { name: 'check', idleTimeout: idleMs });
  return { check: (text) => thread.run(text), close: thread.close };
}
