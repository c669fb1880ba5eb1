import { minuteInMs, type WordingResponse } from '@refrain/domain';
import { openWorkerThread } from '@refrain/process';

/** Opens a worker thread that checks texts for blame, because a long text takes a second. */
export function openWordingChecker(file = new URL('./wording-worker.js', import.meta.url)) {
  const thread = openWorkerThread<typeof import('./wording-worker.ts')>(file, {
    name: 'check',
    idleTimeout: minuteInMs,
  });
  return { check: (text: string) => thread.run<WordingResponse>(text), close: thread.close };
}
export type WordingChecker = ReturnType<typeof openWordingChecker>;
