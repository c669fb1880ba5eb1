import type { MatchedCatalogueFile } from '@refrain/analysis';
import { minuteInMs, secondInMs } from '@refrain/domain';
import { openWorkerThread } from '@refrain/process';
import type { CatalogueTask } from './catalogue-worker.ts';

/** Parses catalogue files in a thread, because the largest permitted file would block the event loop for a second. */
export interface CatalogueThread {
  /** @throws {AppError} `invalid_input`; `too_large`, also if starting the thread and parsing together exceed 30 s */
  read(task: CatalogueTask): Promise<MatchedCatalogueFile>;
  close(): Promise<void>;
}

export function openCatalogueThread(file = new URL('./catalogue-worker.js', import.meta.url)): CatalogueThread {
  const thread = openWorkerThread<typeof import('./catalogue-worker.ts')>(file, {
    name: 'parseCatalogueFile',
    idleTimeout: minuteInMs,
    deadlineMs: 30 * secondInMs,
  });
  return { read: (task) => thread.run(task), close: thread.close };
}
