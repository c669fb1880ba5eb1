import type { MatchedFile } from '@refrain/analysis';
import { minuteInMs, secondInMs } from '@refrain/domain';
import { openThread } from '@refrain/process';
import type { CatalogueTask } from './catalogue-worker.ts';

/** Reads catalogue files in a thread, because parsing the largest permitted file would block the event loop for a second. */
export interface CatalogueThread {
  /**
   * @throws {AppError} `invalid_input` or `too_large`, also for a file that takes longer than 30 s, including the start
   * of the thread
   */
  read(task: CatalogueTask): Promise<MatchedFile>;
  close(): Promise<void>;
}

/** @param file the compiled script of the thread, if it is not in this folder */
export function openCatalogueThread(file = new URL('./catalogue-worker.js', import.meta.url)): CatalogueThread {
  const thread = openThread(file, { name: 'read', idleTimeout: minuteInMs, deadlineMs: 30 * secondInMs });
  return { read: (task) => thread.run(task), close: thread.close };
}
