import type { MatchedFile } from '@refrain/analysis';
import { minuteInMs, secondInMs } from '@refrain/domain';
import { openThread } from '@refrain/process';
import type { CatalogueTask } from './catalogue-worker.ts';

/** Parses catalogue files in a thread, since the largest permitted file would block the event loop for a second. */
export interface CatalogueThread {
  /** @throws {AppError} `invalid_input` or `too_large`, also for a file that takes longer than 30 s, start of the thread included */
  read(task: CatalogueTask): Promise<MatchedFile>;
  close(): Promise<void>;
}

/** @param file the compiled script of the thread; the one beside this file unless given */
export function openCatalogue(file = new URL('./catalogue-worker.js', import.meta.url)): CatalogueThread {
  const thread = openThread(file, { name: 'read', idleTimeout: minuteInMs, deadlineMs: 30 * secondInMs });
  return { read: (task) => thread.run(task), close: thread.close };
}
