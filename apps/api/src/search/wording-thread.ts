import { minuteInMs, type WordingResponse } from '@refrain/domain';
import { openThread } from '@refrain/process';

/** Checks texts for blame in a worker thread, because a long text takes a second. */
export interface WordingThread {
  check(text: string): Promise<WordingResponse>;
  close(): Promise<void>;
}

export function openWordingThread(file = new URL('./wording-worker.js', import.meta.url)): WordingThread {
  const thread = openThread<typeof import('./wording-worker.ts')>(file, { name: 'check', idleTimeout: minuteInMs });
  return { check: (text) => thread.run(text), close: thread.close };
}
