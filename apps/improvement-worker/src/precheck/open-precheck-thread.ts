import { minuteInMs } from '@refrain/domain';
import { openWorkerThread } from '@refrain/process';
import type { WarningSearch } from './warning-search.ts';

export interface PrecheckWorkerOptions {
  readonly databaseUrl: string;
  readonly encryptionKey: Uint8Array;
}

export function openPrecheckThread(workerData: PrecheckWorkerOptions): {
  readonly find: WarningSearch;
  close(): Promise<void>;
} {
  const thread = openWorkerThread<typeof import('./precheck-worker.ts')>(
    new URL('./precheck-worker.js', import.meta.url),
    {
      name: 'findWarning',
      // An idle thread ends, which frees the memory of the past failures.
      idleTimeout: 60 * minuteInMs,
      workerData,
    },
  );
  return { find: (question, signal) => thread.run(question, { signal }), close: thread.close };
}
