import type { MatchedCatalogueFile } from '@refrain/analysis';
import { minuteInMs, secondInMs } from '@refrain/domain';
import { openWorkerThread } from '@refrain/process';
import type { CatalogueFileToParse } from './catalogue-worker.ts';

/** Parses catalogue files in a thread, because the largest permitted file would block the event loop for a second. */
export interface CatalogueParserThread {
  /** @throws {AppError} `invalid_input`; `too_large`, also if starting the thread and parsing together exceed 30 s */
  read(task: CatalogueFileToParse): Promise<MatchedCatalogueFile>;
  close(): Promise<void>;
}

export function openCatalogueParserThread(
  file = new URL('./catalogue-worker.js', import.meta.url),
): CatalogueParserThread {
  const thread = openWorkerThread<typeof import('./catalogue-worker.ts')>(file, {
    name: 'parseCatalogueFile',
    idleTimeout: minuteInMs,
    deadlineMs: 30 * secondInMs,
  });
  return { read: (task) => thread.run(task), close: thread.close };
}
