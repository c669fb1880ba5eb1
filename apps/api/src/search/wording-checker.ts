import { minuteInMs, type WordingResponse } from '@refrain/domain';
import { openWorkerThread } from '@refrain/process';

/** Checks texts for blame in a worker thread, because a long text takes a second. */
export interface WordingChecker {
  check(text: string): Promise<WordingResponse>;
  close(): Promise<void>;
}

export function openWordingChecker(file = new URL('./wording-worker.js', import.meta.url)): WordingChecker {
  const thread = openWorkerThread<typeof import('./wording-worker.ts')>(file, {
    name: 'check',
    idleTimeout: minuteInMs,
  });
  return { check: (text) => thread.run(text), close: thread.close };
}
