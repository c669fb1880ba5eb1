import { minuteInMs } from '@refrain/domain';
import { openThread } from '@refrain/process';
import type { FindWarning } from './find-warning.ts';

export interface PrecheckWorkerData {
  readonly databaseUrl: string;
  readonly encryptionKey: Uint8Array;
}

/** After this time without a search the thread ends, which frees the memory of the history. */
const idleMs = 60 * minuteInMs;

export function openPrecheckThread(workerData: PrecheckWorkerData): {
  readonly find: FindWarning;
  close(): Promise<void>;
} {
  const thread = openThread<typeof import('./precheck-worker.ts')>(new URL('./precheck-worker.js', import.meta.url), {
    name: 'findWarning',
    idleTimeout: idleMs,
    workerData,
  });
  return { find: (question, signal) => thread.run(question, { signal }), close: thread.close };
}
