import type { MatchedFile } from '@refrain/analysis';
import { minuteInMs, secondInMs } from '@refrain/domain';
import { openThread } from '@refrain/process';
import type { CatalogueTask } from './catalogue-worker.ts';

/** Reads catalogue files in a thread: one of the largest permitted size takes a second, in which nobody else would be answered. */
export interface CatalogueThread {
  /** @throws {AppError} `invalid_input` or `too_large`, also for a file that takes longer than 30 s, the start of the thread included */
  read(task: CatalogueTask): Promise<MatchedFile>;
  close(): Promise<void>;
}

/** @param file the compiled script of the thread, if it is not beside this one */
export function openCatalogueThread(file = new URL('./catalogue-worker.js', import.meta.url)): CatalogueThread {
  const thread = openThread(file, { name: 'read', idleTimeout: minuteInMs, deadlineMs: 30 * secondInMs });
  return { read: (task) => thread.run(task), close: thread.close };
}
