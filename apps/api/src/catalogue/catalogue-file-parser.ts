import type { MatchedCatalogueFile } from '@refrain/analysis';
import { minuteInMs, secondInMs } from '@refrain/domain';
import { openWorkerThread } from '@refrain/process';
import type { CatalogueParseTask } from './catalogue-worker.ts';

/**
 * Opens a worker thread that parses catalogue files, because parsing the largest allowed file takes a second. `read`
 * rejects with `invalid_input`, or with `too_large` if the file is too large or takes more than 30 s to parse.
 */
export function openCatalogueFileParser(file = new URL('./catalogue-worker.js', import.meta.url)) {
  const thread = openWorkerThread<typeof import('./catalogue-worker.ts')>(file, {
    name: 'parseCatalogueFile',
    idleTimeout: minuteInMs,
    deadlineMs: 30 * secondInMs,
  });
  return { read: (task: CatalogueParseTask) => thread.run<MatchedCatalogueFile>(task), close: thread.close };
}
export type CatalogueFileParser = ReturnType<typeof openCatalogueFileParser>;
