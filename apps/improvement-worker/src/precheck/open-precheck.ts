import { minuteInMs } from '@refrain/domain';
import { openThread } from '@refrain/process';
import type { FindWarning } from './find-warning.ts';

export interface PrecheckWorkerData {
  readonly databaseUrl: string;
  /** 32 bytes. */
  readonly encryptionKey: Uint8Array;
}

/** Where nobody asks, the memory is given back. */
const idleMs = 60 * minuteInMs;

/** The past in a thread of its own, which begins at the first question and is let go of when nobody asks any more. */
export function openPrecheck(workerData: PrecheckWorkerData): { readonly find: FindWarning; close(): Promise<void> } {
  const thread = openThread(new URL('./precheck-worker.js', import.meta.url), {
    ...{ name: 'find', idleTimeout: idleMs, workerData },
  });
  return { find: (question, signal) => thread.run(question, { signal }), close: thread.close };
}
