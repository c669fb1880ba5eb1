import { minuteInMs, type WordingResponse } from '@refrain/domain';
import { openThread } from '@refrain/process';

/** Checks texts for blame in a worker thread: a long text would block the event loop for a second. */
export interface WordingThread {
  check(text: string): Promise<WordingResponse>;
  close(): Promise<void>;
}

/** A user who rewrites a text sends it repeatedly. */
const idleMs = minuteInMs;

/**
 * Starts the thread with the first text and stops it when idle.
 * @param file compiled script of the thread
 */
export function openWordingThread(file = new URL('./wording-worker.js', import.meta.url)): WordingThread {
  const thread = openThread(file, { name: 'check', idleTimeout: idleMs });
  return { check: (text) => thread.run(text), close: thread.close };
}
