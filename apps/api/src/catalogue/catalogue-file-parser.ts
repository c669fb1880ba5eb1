import type { MatchedCatalogueFile } from '@refrain/analysis';
import { minuteInMs, secondInMs } from '@refrain/domain';
import { openWorkerThread } from '@refrain/process';
import type { CatalogueParseTask } from './catalogue-worker.ts';

/** Parses catalogue files in a thread, because parsing the largest allowed file takes a second. */
export interface CatalogueFileParser {
  /** @throws {AppError} `invalid_input`; `too_large` if the file is too large or takes more than 30 s to parse */
  read(task: CatalogueParseTask): Promise<MatchedCatalogueFile>;
  close(): Promise<void>;
}

export function openCatalogueFileParser(file = new URL('./catalogue-worker.js', import.meta.url)): CatalogueFileParser {
  const thread = openWorkerThread<typeof import('./catalogue-worker.ts')>(file, {
    name: 'parseCatalogueFile',
    idleTimeout: minuteInMs,
    deadlineMs: 30 * secondInMs,
  });
  return { read: (task) => thread.run(task), close: thread.close };
}
